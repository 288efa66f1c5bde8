import type { Payload } from '../../schemas/jobs';
import { waitingReceipts } from '../../sinks/warehouse/receipts';
import type { Context } from '../context';

/** Hands in again whatever still waits; what the queue has already is not added twice, unless `anew` tells this sweep apart. */
export async function sweepTask(
  _: Payload<'sweep'>,
  { warehouse, jobs }: Pick<Context, 'warehouse' | 'jobs'>,
  anew?: string,
): Promise<void> {
  for (const receipt of await waitingReceipts(warehouse.pool)) await jobs.add('ingest', { receipt }, anew);
}

/** Every minute; also what was wished while the like of it was at work, and was taken for that. */
export async function scheduledSweep(payload: Payload<'sweep'>, context: Context): Promise<void> {
  await sweepTask(payload, context);
  await Promise.all([context.jobs.add('identify', {}), context.jobs.add('mail', {})]);
}
