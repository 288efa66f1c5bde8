import { maxAttempts } from '../../config/thresholds';
import { ingest } from '../../pipelines/ingest';
import { reconciling } from '../../pipelines/reconcile';
import type { Payload } from '../../schemas/jobs';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { load } from '../../sinks/warehouse/load';
import { takeUp } from '../../sinks/warehouse/receipts';
import { openFile } from '../../sources/rows';
import type { Context } from '../context';

/** Takes one handed-in file in; nothing happens where it was taken in before. */
export async function ingestTask(
  { receipt }: Payload<'ingest'>,
  { warehouse, jobs, now }: Pick<Context, 'warehouse' | 'now'> & { readonly jobs: Pick<Context['jobs'], 'add'> },
): Promise<void> {
  const waiting = await takeUp(warehouse.pool, receipt, maxAttempts, now());
  if (waiting === null) return;
  const { pool, catalogue } = warehouse;
  const { periods, again } = await ingest(waiting, {
    catalogue,
    read: openFile,
    earlier: (province, period) => earlierThan(pool, catalogue, receipt, province, period),
    load: (number, prepared) => load(pool, number, prepared, reconciling(catalogue), now()),
  });
  await Promise.all([
    ...periods.map((period) => jobs.add('rollup', { period })),
    ...again.map((later) => jobs.add('ingest', { receipt: later })),
    jobs.add('identify', {}),
    jobs.add('mail', {}),
  ]);
}
