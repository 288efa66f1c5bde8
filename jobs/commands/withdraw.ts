import type { Settings } from '../../config/settings';
import { reconciling } from '../../pipelines/reconcile';
import { oneLine, storable } from '../../schemas/text';
import { withdraw as takeBack } from '../../sinks/warehouse/withdraw';
import { withSystem } from '../system';
import { CommandError } from './error';

/** Takes a submission back, with who and why; what it had replaced stands again. */
export async function withdraw(
  submission: string,
  { by, why }: { readonly by: string; readonly why: string },
  settings: Settings,
): Promise<number> {
  return withSystem(settings, async ({ warehouse, jobs, now }) => {
    const name = oneLine(submission);
    const wish = { submission: storable(submission), by: storable(by.trim()), why: storable(why.trim()) };
    if (wish.by === '' || wish.why === '') throw new CommandError('withdraw: --by and --why must say who and why', 2);
    const done = await takeBack(warehouse.pool, wish, reconciling(warehouse.catalogue), now());
    if (done.what === 'unknown') throw new CommandError(`${name}: there is no such submission`);
    if (done.what === 'refused') throw new CommandError(`${name}: it was refused, so there is nothing to take back`);
    if (done.what === 'same')
      throw new CommandError(`${name}: it is a copy of ${done.as}; to take the report back, withdraw ${done.as}`);
    await jobs.add('rollup', { period: done.period });
    const stands = done.stands === null ? 'không còn báo cáo nào cho kỳ này' : `báo cáo ${done.stands} đang được dùng`;
    const what = done.what === 'again' ? 'đã được rút trước đây' : 'đã rút';
    process.stdout.write(`báo cáo ${name}: ${what}; ${stands}\n`);
    return 0;
  });
}
