import { timeZone } from '../../config/schedules';
import type { Settings } from '../../config/settings';
import { mapOf } from '../../schemas/period';
import { cleanRates, effects } from '../../sinks/mail/effect';
import { effectCsv } from '../../sinks/mail/effect-csv';
import { cardLetter } from '../../sinks/mail/letters/card';
import { mailLines, mailOf, retry as retryMails } from '../../sinks/mail/outbox';
import { recordOf } from '../../sinks/mail/record';
import { emlOf, letterAs } from '../../sinks/mail/shown';
import { withWarehouse } from '../system';
import { provinceName } from '../wording';
import { periodOf, provinceOf } from './arguments';
import { CommandError } from './error';
import type { MailOptions } from './mail';
import { lineText, provinceGiven } from './mail-line';
import { writeOut } from './out';

/** The mails, each with what became of it. */
export async function list(
  options: MailOptions & { readonly failed?: boolean; readonly format: 'text' | 'json' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async (warehouse) => {
    const period = options.period === undefined ? null : periodOf(options.period);
    const only = { period, province: provinceGiven(options.province, period, warehouse) };
    const lines = await mailLines(warehouse.pool, only, options.failed ? 'failed' : null, new Date());
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`);
    else if (lines.length === 0) process.stdout.write('Không có thư nào.\n');
    else for (const line of lines) process.stdout.write(`${lineText(line)}\n`);
    return 0;
  });
}

/** One mail as it goes out. */
export async function show(
  id: number,
  { format }: { readonly format: 'text' | 'html' | 'eml' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async ({ pool }) => {
    const found = await mailOf(pool, id);
    if (found === null) throw new CommandError(`${id}: không có thư nào mang số này`);
    process.stdout.write(format === 'eml' ? await emlOf(found, settings.mailFrom) : letterAs(format, found.content));
    return 0;
  });
}

/** Lets mails that were given up be tried again: one, or all of them. */
export async function retry(id: number | null, settings: Settings): Promise<number> {
  return withWarehouse(settings, async ({ pool }) => {
    const count = await retryMails(pool, id, new Date());
    if (count === 0 && id !== null) throw new CommandError(`${id}: không có thư hỏng nào mang số này`);
    process.stdout.write(`${count} thư sẽ được gửi lại\n`);
    return 0;
  });
}

/** A province's report card as it would be written now; nothing is sent. */
export async function card(
  options: { readonly province: string; readonly period: string; readonly format: 'text' | 'html' },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async ({ pool, catalogue }) => {
    const period = periodOf(options.period);
    const province = provinceOf(options.province, mapOf(period), catalogue);
    const record = await recordOf(pool, province, period, catalogue, timeZone);
    const whose = { province, period, name: provinceName(province, period, catalogue) };
    process.stdout.write(letterAs(options.format, cardLetter(whose, record)));
    return 0;
  });
}

/** What became of the points that provinces were told of, as CSV; and how many reports were clean at first and in the end. */
export async function effect(
  options: { readonly period?: string; readonly out?: string },
  settings: Settings,
): Promise<number> {
  return withWarehouse(settings, async ({ pool, catalogue }) => {
    const period = options.period === undefined ? null : periodOf(options.period);
    const rates = (await cleanRates(pool)).filter((rate) => period === null || rate.period === period);
    const csv = effectCsv(await effects(pool, { period, province: null }), rates, (one) =>
      provinceName(one.province, one.period, catalogue),
    );
    if (options.out === undefined) process.stdout.write(csv);
    else await writeOut(options.out, csv);
    return 0;
  });
}
