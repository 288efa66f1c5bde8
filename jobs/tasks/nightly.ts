import { stalePeriods } from '../../pipelines/national/rollup';
import type { Payload } from '../../schemas/jobs';
import type { Period } from '../../schemas/period';
import { recordRun } from '../../sinks/warehouse/runs';
import type { Context } from '../context';
import { lastDue } from '../schedules';
import { identifyAll } from './identify';
import { rollUpPeriod } from './rollup';

type Needed = Pick<Context, 'warehouse' | 'log' | 'now'>;

/** Rolls up everything that is stale, after missed nights too, and writes down what ran. */
export async function nightlyTask(_: Payload<'nightly'>, context: Needed): Promise<void> {
  await runNightly(context);
}

/** The same; returns the periods whose tables were made anew. */
export async function runNightly({ warehouse, log, now }: Needed): Promise<readonly Period[]> {
  const done: Period[] = [];
  await recordRun(warehouse.pool, 'nightly', lastDue(now()), now, async () => {
    for (const period of await stalePeriods(warehouse.pool, warehouse.catalogue.version))
      if (await rollUpPeriod(warehouse, period, now())) done.push(period);
    await identifyAll(warehouse);
    log.info({ periods: done }, 'nightly rollup done');
    return done.length === 0 ? 'không có kỳ nào phải tổng hợp lại' : `đã tổng hợp lại ${done.join(', ')}`;
  });
  return done;
}
