import { readFile as readBytes } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../config/settings';
import { readPlan } from '../../pipelines/plan';
import { oneLine } from '../../schemas/text';
import { loadPlan } from '../../sinks/warehouse/plan';
import { readFile } from '../../sources/read';
import { withWarehouse } from '../system';
import type { Warehouse } from '../warehouse';
import { CommandError } from './error';

/** Takes in the plan of a year. */
export async function plan(file: string, settings: Settings): Promise<number> {
  const bytes = await readBytes(file).catch((error: Error) => {
    throw new CommandError(`${oneLine(file)}: it cannot be read (${error.message})`);
  });
  return withWarehouse(settings, async (warehouse) => {
    const { text, refused } = await takeInPlan(warehouse, { name: path.basename(file), bytes }, new Date());
    process.stdout.write(text);
    return refused ? 1 : 0;
  });
}

export async function takeInPlan(
  warehouse: Warehouse,
  file: { readonly name: string; readonly bytes: Buffer },
  now: Date,
): Promise<{ text: string; refused: boolean }> {
  const name = oneLine(file.name);
  const document = await readFile(file.bytes);
  const read = document.kind === 'refusal' ? document : readPlan(document, warehouse.catalogue);
  if ('sentence' in read) return { text: `${name}: từ chối: ${read.sentence}\n`, refused: true };
  const changed = await loadPlan(warehouse.pool, file, read.lines, now);
  const lines = [
    `${name}: kế hoạch ${read.lines.length} dòng, ${changed} dòng mới hoặc thay đổi`,
    ...read.refused.map((sentence) => `${name}: ${sentence}`),
  ];
  return { text: `${lines.join('\n')}\n`, refused: read.refused.length > 0 };
}
