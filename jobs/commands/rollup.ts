import pino from 'pino';
import type { Settings } from '../../config/settings';
import { withWarehouse } from '../system';
import { runNightly } from '../tasks/nightly';
import { rollUpPeriod } from '../tasks/rollup';
import { periodOf } from './arguments';

/** What the nightly job does, now; or one period only. */
export async function rollup(options: { readonly period?: string }, settings: Settings): Promise<number> {
  const now = () => new Date();
  return withWarehouse(settings, async (warehouse) => {
    if (options.period !== undefined) {
      const period = periodOf(options.period);
      const did = await rollUpPeriod(warehouse, period, now());
      process.stdout.write(did ? `${period}: đã tổng hợp\n` : `${period}: số liệu tổng hợp đã mới nhất\n`);
      return 0;
    }
    const done = await runNightly({ warehouse, log: pino({ level: 'silent' }), now });
    process.stdout.write(done.length === 0 ? 'Mọi kỳ đều đã mới nhất\n' : `Đã tổng hợp: ${done.join(', ')}\n`);
    return 0;
  });
}
