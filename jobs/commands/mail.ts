import pino from 'pino';
import { readContacts } from '../../config/contacts';
import type { Settings } from '../../config/settings';
import type { ProvinceId } from '../../schemas/codes';
import type { Letter } from '../../schemas/mail';
import type { Period } from '../../schemas/period';
import { oneLine } from '../../schemas/text';
import { mailLines, type Only } from '../../sinks/mail/outbox';
import { dueOnReports, notWantedYet, unaddressed, wantedLetters, wantLetters } from '../../sinks/mail/wanted';
import { writeLetter } from '../letters';
import { dueByCalendar } from '../reminders';
import { withWarehouse } from '../system';
import { addressWritten, type MailContext, recipientsOf, sendDue, writeWanted } from '../tasks/mail';
import type { Warehouse } from '../warehouse';
import { periodOf } from './arguments';
import { CommandError } from './error';
import { lineText, nobody, provinceGiven } from './mail-line';

export interface MailOptions {
  readonly period?: string;
  readonly province?: string;
  readonly dryRun?: boolean;
}

/** Sends what is due to the provinces for a period, now; a line for each mail. Exit status 1 where one was not taken. */
export async function mail(options: MailOptions, settings: Settings): Promise<number> {
  if (options.period === undefined) throw new CommandError('mail: --period says for which period', 2);
  const period = periodOf(options.period);
  return withWarehouse(settings, async (warehouse) => {
    const only = { period, province: provinceGiven(options.province, period, warehouse) };
    const context = contextOf(warehouse, settings);
    const due = await dueNow(context, only);
    if (options.dryRun) return dryRun(context, only, due);
    await wantLetters(warehouse.pool, due, context.now());
    await writeWanted(context, only, true);
    for (const fault of await addressWritten(context, only)) process.stderr.write(`${fault}\n`);
    const before = new Set((await mailLines(warehouse.pool, only, 'sent', context.now())).map((line) => line.mail));
    const tried = await sendDue(context, only);
    const lines = (await mailLines(warehouse.pool, only, null, context.now())).filter((line) => !before.has(line.mail));
    for (const line of lines) process.stdout.write(`${lineText(line)}\n`);
    if (lines.length === 0) process.stdout.write('Không có thư nào phải gửi.\n');
    return tried.every(({ kind }) => kind === 'sent') ? 0 : 1;
  });
}

/** What the calendar and the reports that stand make due for these, and nobody has wanted yet. */
async function dueNow({ warehouse, now }: MailContext, { period, province }: Only & { period: Period }) {
  const due = [...(await dueOnReports(warehouse.pool, period)), ...(await dueByCalendar(warehouse, now()))];
  return notWantedYet(
    warehouse.pool,
    due.filter((each) => each.period === period && (province === null || each.province === province)),
  );
}

/** Says what would be sent, and to whom; sends and keeps nothing. */
async function dryRun(context: MailContext, only: Only, due: Awaited<ReturnType<typeof dueNow>>): Promise<number> {
  const { warehouse, home, now } = context;
  const { contacts, faults } = readContacts(home);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const say = (province: ProvinceId, content: Letter) => {
    const to = recipientsOf(province, contacts, warehouse.catalogue).map(({ email }) => email);
    process.stdout.write(`${oneLine(content.subject)}  →  ${to.join(', ') || nobody}: sẽ gửi\n`);
  };
  const wanted = await wantedLetters(warehouse.pool, only, now());
  const imagined = due.map((each) => ({ ...each, letter: 0, wanted_at: now() }));
  let letters = 0;
  for (const each of [...wanted, ...imagined]) {
    const written = await writeLetter(each, warehouse);
    if (written === null) continue;
    letters += 1;
    say(written.province, written.content);
  }
  for (const { province, content } of await unaddressed(warehouse.pool, only, now())) {
    letters += 1;
    say(province, content);
  }
  const waiting = await mailLines(warehouse.pool, only, 'waiting', now());
  for (const line of waiting) process.stdout.write(`${lineText(line)}\n`);
  if (letters + waiting.length === 0) process.stdout.write('Không có thư nào phải gửi.\n');
  return 0;
}

function contextOf(warehouse: Warehouse, { home, smtpUrl, mailFrom }: Settings): MailContext {
  // What is wrong in the contacts is said once, to whoever gave the command.
  const log = pino({ level: 'error' }, pino.destination(2));
  return { warehouse, log, home, smtpUrl, mailFrom, now: () => new Date() };
}
