import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Jobs } from '../../jobs/queue';
import { handIn, stillWaiting } from '../../sinks/warehouse/receipts';
import { fileOnDisk } from '../../sources/disk';

/** Hands files in as `submit` does, and queues each; their receipts. */
export async function handInFiles(pool: Pool, jobs: Jobs, files: readonly string[]): Promise<number[]> {
  const receipts: number[] = [];
  for (const file of files) {
    const bytes = await fileOnDisk(file);
    const { receipt } = await handIn(
      pool,
      { name: path.basename(file), bytes, channel: 'cli', options: {} },
      new Date(),
    );
    await jobs.add('ingest', { receipt });
    receipts.push(receipt);
  }
  return receipts;
}

/** Until so few of them are left, or none. Of many it is asked seldom, for to ask takes time from the workers. */
export async function untilTakenIn(pool: Pool, receipts: readonly number[], left = 0): Promise<void> {
  while ((await stillWaiting(pool, receipts)).length > left) await pause(30 + receipts.length / 10);
}
