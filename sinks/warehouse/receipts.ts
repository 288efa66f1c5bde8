import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Database } from '../../schemas/database';
import type { Channel, HandInOptions } from '../../schemas/submission';
import { storable } from '../../schemas/text';
import { transaction } from './connect';

export interface HandedInFile {
  readonly receipt: number;
  /** The same bytes were handed in before, under this receipt. */
  readonly again: boolean;
}

/**
 * Takes a file in: its bytes are safe and it will be processed, whatever happens next. The same bytes with the same
 * options are the receipt they were before (unless they were refused then, and may be right now).
 */
export async function handIn(
  pool: Pool,
  file: { readonly name: string; readonly bytes: Buffer; readonly channel: Channel; readonly options: HandInOptions },
  now: Date,
): Promise<HandedInFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest();
  const handedIn = await transaction(pool, async (client) => {
    await client.query('insert into file (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, file.bytes]);
    const inserted = await client.query<{ receipt: string }>(
      `insert into receipt (sha256, file_name, channel, options, received_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning receipt`,
      [sha256, storable(file.name), file.channel, JSON.stringify(file.options), now],
    );
    if (inserted.rows[0]) return { receipt: Number(inserted.rows[0].receipt), again: false };
    const before = await client.query<{ receipt: string }>(
      "select receipt from receipt where sha256 = $1 and options = $2 and status in ('waiting', 'done')",
      [sha256, JSON.stringify(file.options)],
    );
    // It was refused between the two statements: what stands in the way is gone.
    const there = before.rows[0];
    return there ? { receipt: Number(there.receipt), again: true } : null;
  });
  return handedIn ?? handIn(pool, file, now);
}

/**
 * The file of a receipt that still waits, with this attempt counted; null where there is nothing left to do. A file over
 * which workers died too often is put aside as failed.
 */
export async function takeUp(
  pool: Pool,
  receipt: number,
  maxAttempts: number,
  now: Date,
): Promise<{ receipt: number; bytes: Buffer; options: HandInOptions } | null> {
  const { rows } = await pool.query<{ bytes: Buffer; options: HandInOptions; status: string }>(
    `with taken as (
       update receipt
       set attempts = attempts + 1,
           status = case when attempts >= $2 then 'failed' else status end,
           finished_at = case when attempts >= $2 then $3::timestamptz end
       where receipt = $1 and status = 'waiting'
       returning sha256, options, status
     )
     select bytes, options, status from taken join file using (sha256)`,
    [receipt, maxAttempts, now],
  );
  const taken = rows[0];
  return taken?.status === 'waiting' ? { receipt, bytes: taken.bytes, options: taken.options } : null;
}

/** Puts a file aside that could not be processed, with the error for the technician. */
export async function fail(pool: Pool, receipt: number, error: string, now: Date): Promise<void> {
  await pool.query(
    "update receipt set status = 'failed', error = $2, finished_at = $3 where receipt = $1 and status = 'waiting'",
    [receipt, storable(error).slice(0, 2000), now],
  );
}

/** Receipts that still wait, in order. */
export async function waitingReceipts(database: Database): Promise<number[]> {
  const { rows } = await database.query<{ receipt: string }>(
    "select receipt from receipt where status = 'waiting' order by receipt",
  );
  return rows.map((row) => Number(row.receipt));
}

/** Of these receipts, the ones that are still waiting. */
export async function stillWaiting(pool: Pool, receipts: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ receipt: string }>(
    "select receipt from receipt where status = 'waiting' and receipt = any($1) order by receipt",
    [receipts],
  );
  return rows.map((row) => Number(row.receipt));
}
