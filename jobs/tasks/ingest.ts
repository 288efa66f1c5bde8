import { maxAttempts } from '../../config/thresholds';
import { ingest } from '../../pipelines/ingest';
import { standing } from '../../pipelines/reconcile/standing';
import type { Payload } from '../../schemas/jobs';
import { load } from '../../sinks/warehouse/load';
import { takeUp } from '../../sinks/warehouse/receipts';
import { readFile } from '../../sources/read';
import type { Context } from '../context';

/** Takes one handed-in file in; nothing happens where it was taken in before. */
export async function ingestTask({ receipt }: Payload<'ingest'>, { warehouse, jobs, now }: Context): Promise<void> {
  const waiting = await takeUp(warehouse.pool, receipt, maxAttempts, now());
  if (waiting === null) return;
  const changed = await ingest(waiting, {
    catalogue: warehouse.catalogue,
    read: readFile,
    load: (number, prepared) => load(warehouse.pool, number, prepared, standing, now()),
  });
  for (const period of changed) await jobs.add('rollup', { period });
}
