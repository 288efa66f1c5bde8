import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, parseISO } from 'date-fns';
import { closesAfterDueDays, timeZone } from '../../config/schedules';
import type { Payload } from '../../schemas/jobs';
import { lastEnded, mapOf, type Period } from '../../schemas/period';
import { tableCsv } from '../../sinks/exports/table-csv';
import { notWantedYet, wantLetters } from '../../sinks/mail/wanted';
import { closePeriod, openPeriod, type PeriodLife, periodLives } from '../../sinks/warehouse/periods';
import { recordRun } from '../../sinks/warehouse/runs';
import { writeOut } from '../commands/out';
import type { Context } from '../context';
import { dueByCalendar } from '../reminders';
import { defaultDue, lastDue } from '../schedules';
import { drawTable } from '../tables';

type Needed = Pick<Context, 'warehouse' | 'log' | 'home' | 'now'>;

/**
 * Opens the quarter that ended, closes what has been due for long, draws its draft, wants the reminders and report cards that
 * are due, and writes down what it did.
 */
export async function quarterlyTask(_: Payload<'quarterly'>, context: Needed): Promise<void> {
  const { warehouse, log, now } = context;
  await recordRun(warehouse.pool, 'quarterly', lastDue(now(), 6), now, async () => {
    const today = formatISO(new TZDate(now(), timeZone), { representation: 'date' });
    const did = [...(await openEnded(context, today)), ...(await closeOverdue(context, today))];
    const due = await dueByCalendar(warehouse, now());
    const letters = await notWantedYet(warehouse.pool, due);
    await wantLetters(warehouse.pool, letters, now());
    log.info({ did, letters: letters.length }, 'quarterly calendar done');
    return did.length === 0 ? 'không có việc đến hạn' : did.join('; ');
  });
}

async function openEnded({ warehouse: { pool }, now }: Needed, today: string): Promise<string[]> {
  const period = lastEnded(today);
  const [life] = await periodLives(pool, timeZone, period);
  if (life !== undefined && (life.opened_at !== null || life.editions.length > 0)) return [];
  const due = defaultDue(period);
  // A system that is started for the first time long after the quarter's end has nobody to ask for it.
  if (overdue(due, today)) return [];
  await openPeriod(pool, period, due, now());
  return [`đã mở ${period}, hạn ${due}`];
}

async function closeOverdue(context: Needed, today: string): Promise<string[]> {
  const { pool } = context.warehouse;
  const did: string[] = [];
  for (const life of await periodLives(pool, timeZone)) {
    if (life.due_on === null || life.closed_at !== null || !overdue(life.due_on, today)) continue;
    await closePeriod(pool, life.period, life.due_on, context.now());
    did.push(`đã đóng ${life.period} (${life.reported}/${mapOf(life.period)} đơn vị), ${await draft(context, life)}`);
  }
  return did;
}

/** What would be published, as a file that staff look through. */
async function draft({ warehouse, home, now }: Needed, { period }: PeriodLife): Promise<string> {
  const table = await drawTable(warehouse, { period, map: mapOf(period), knownAt: null }, 'all', now());
  const file = path.join(home, 'drafts', fileName(period));
  await mkdir(path.dirname(file), { recursive: true });
  await writeOut(file, tableCsv(table));
  return `dự thảo ở drafts/${fileName(period)}`;
}

const fileName = (period: Period) => `${period.replace('..', '-')}.csv`;

const overdue = (due: string, today: string) =>
  formatISO(addDays(parseISO(due), closesAfterDueDays), { representation: 'date' }) < today;
