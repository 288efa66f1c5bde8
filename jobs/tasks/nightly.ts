import { stalePeriods } from '../../pipelines/national/rollup';
import type { Payload } from '../../schemas/jobs';
import { recordRun } from '../../sinks/warehouse/runs';
import type { Context } from '../context';
import { lastDue } from '../schedules';
import { identifyAll } from './identify';
import { rollUpPeriod } from './rollup';

/** Rolls up everything that is stale, after missed nights too, and writes down what ran. */
export async function nightlyTask(
  _: Payload<'nightly'>,
  { warehouse, log, now }: Pick<Context, 'warehouse' | 'log' | 'now'>,
): Promise<void> {
  await recordRun(warehouse.pool, 'nightly', lastDue(now()), now, async () => {
    const stale = await stalePeriods(warehouse.pool, warehouse.catalogue.version);
    for (const period of stale) await rollUpPeriod(warehouse, period, now());
    await identifyAll(warehouse);
    log.info({ periods: stale }, 'nightly rollup done');
    return stale.length === 0 ? 'không có kỳ nào phải tổng hợp lại' : `đã tổng hợp lại ${stale.join(', ')}`;
  });
}
