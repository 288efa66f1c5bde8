import { timeZone } from '../../config/schedules';
import type { Settings } from '../../config/settings';
import { readDate } from '../../pipelines/normalise/period';
import { mapOf, type Period, periodName } from '../../schemas/period';
import { storable } from '../../schemas/text';
import { periodsText } from '../../sinks/exports/periods-text';
import { blockingFindings, closePeriod, openPeriod, type PeriodLife, periodLives } from '../../sinks/warehouse/periods';
import { publish as publishEdition } from '../editions';
import { defaultDue } from '../schedules';
import { withSystem, withWarehouse } from '../system';
import { periodOf } from './arguments';
import { CommandError } from './error';

/** How far each period has come: its due date, who has reported, its editions. */
export async function list(options: { readonly format: 'text' | 'json' }, settings: Settings): Promise<number> {
  return withWarehouse(settings, async ({ pool }) => {
    const lives = await periodLives(pool, timeZone);
    process.stdout.write(
      options.format === 'json' ? `${JSON.stringify(lives.map(record), null, 1)}\n` : periodsText(lives),
    );
    return 0;
  });
}

const record = ({ period, due_on, opened_at, closed_at, editions, reported, late, since }: PeriodLife) => ({
  ...{ period, due_on, opened_at, closed_at },
  ...{ expected: Number(mapOf(period)), reported, late, since_last_edition: since, editions },
});

/** Opens a period for reports, due at the end of that day. */
export async function open(code: string, options: { readonly due?: string }, settings: Settings): Promise<number> {
  const period = periodOf(code);
  const due = options.due === undefined ? defaultDue(period) : readDate(options.due);
  if (due === null) throw new CommandError(`--due ${options.due}: no such date; write 2021-07-15`, 2);
  return withWarehouse(settings, async ({ pool }) => {
    await openPeriod(pool, period, due, new Date());
    process.stdout.write(`${sentence(period)}: đang mở, hạn gửi báo cáo ${vietnamese(due)}\n`);
    return 0;
  });
}

/** Closes a period: what comes later is kept, and waits for the next edition. */
export async function close(code: string, settings: Settings): Promise<number> {
  const period = periodOf(code);
  return withWarehouse(settings, async ({ pool }) => {
    await closePeriod(pool, period, defaultDue(period), new Date());
    const [life] = await periodLives(pool, timeZone, period);
    process.stdout.write(`${sentence(period)}: đã đóng, ${life?.reported ?? 0}/${mapOf(period)} đơn vị đã báo cáo\n`);
    return 0;
  });
}

/** Publishes a period as an edition, unless an error stands in the way that nobody decided about and no reason overrides. */
export async function publish(
  code: string,
  options: { readonly by: string; readonly override?: string },
  settings: Settings,
): Promise<number> {
  const period = periodOf(code);
  const by = storable(options.by.trim());
  const overrideWhy = options.override === undefined ? null : storable(options.override.trim());
  if (by === '') throw new CommandError('period publish: --by must say who', 2);
  if (overrideWhy === '') throw new CommandError('period publish: --override must give the reason', 2);
  return withSystem(settings, async (context) => {
    const { pool } = context.warehouse;
    const [life] = await periodLives(pool, timeZone, period);
    if ((life?.reported ?? 0) === 0)
      throw new CommandError(`${period}: chưa có báo cáo nào nên không có gì để công bố`);
    const blocking = await blockingFindings(pool, period);
    if (blocking.length > 0 && overrideWhy === null) {
      const some = blocking.slice(0, 5).join(', ');
      const more = blocking.length > 5 ? ` và ${blocking.length - 5} lỗi khác` : '';
      throw new CommandError(
        `${period}: chưa công bố được vì còn ${blocking.length} lỗi chưa xử lý (${some}${more}); xem bằng findings --period ${period}, hoặc công bố có lý do bằng --override`,
      );
    }
    const edition = await publishEdition(context, { period, by, overrideWhy });
    process.stdout.write(
      `${sentence(period)}: đã công bố ấn bản ${edition}, ${life?.reported}/${mapOf(period)} đơn vị đã báo cáo${blocking.length > 0 ? `, còn ${blocking.length} lỗi chưa xử lý (lý do: ${overrideWhy})` : ''}\n`,
    );
    return 0;
  });
}

const sentence = (period: Period) => `${periodName(period)} (${period})`.replace(/^./, (first) => first.toUpperCase());
const vietnamese = (isoDate: string) => isoDate.split('-').reverse().join('/');
