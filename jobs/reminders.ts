import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, parseISO, subDays } from 'date-fns';
import { card, remindDays } from '../config/mail';
import { closesAfterDueDays, timeZone } from '../config/schedules';
import { isTerm, mapOf } from '../schemas/period';
import { owedFor } from '../sinks/mail/owed';
import type { Due } from '../sinks/mail/wanted';
import { type PeriodLife, periodLives } from '../sinks/warehouse/periods';
import type { Warehouse } from './warehouse';

/** The letters that the calendar makes due: reminders before and after a due date, report cards once a quarter is closed. */
export async function dueByCalendar(warehouse: Pick<Warehouse, 'pool' | 'catalogue'>, now: Date): Promise<Due[]> {
  const today = isoDay(new TZDate(now, timeZone));
  const due: Due[] = [];
  for (const life of await periodLives(warehouse.pool, timeZone)) {
    if (life.due_on === null || isTerm(life.period)) continue;
    if (life.closed_at === null) due.push(...(await reminders(life, life.due_on, today, warehouse)));
    else if (today <= later(isoDay(new TZDate(life.closed_at, timeZone)), card.closedDays))
      due.push(...cards(life, warehouse));
  }
  return due;
}

/** To those that owe something, once before and once after the due date; another due date is another occasion. */
async function reminders(
  { period }: PeriodLife,
  dueOn: string,
  today: string,
  { pool }: Pick<Warehouse, 'pool'>,
): Promise<Due[]> {
  const isNear = isoDay(subDays(parseISO(dueOn), remindDays.before)) <= today && today <= dueOn;
  const isPast = later(dueOn, remindDays.after) <= today;
  if (!isNear && !isPast) return [];
  const kind = isNear ? 'before_due' : 'after_due';
  // In Vietnam's day: before the due date ends, or before the period is closed.
  const expiresAt = new Date(`${later(dueOn, isNear ? 1 : 1 + closesAfterDueDays)}T00:00:00+07:00`);
  const owed = await owedFor(pool, period, mapOf(period));
  return owed.map(({ province }) => ({ kind, province, period, submission: null, occasion: dueOn, expiresAt }));
}

function cards({ period }: PeriodLife, { catalogue }: Pick<Warehouse, 'catalogue'>): Due[] {
  const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === mapOf(period));
  return provinces.map(({ id }) => ({
    ...{ kind: 'card' as const, province: id, period },
    ...{ submission: null, occasion: '', expiresAt: null },
  }));
}

const isoDay = (date: Date) => formatISO(date, { representation: 'date' });
const later = (day: string, days: number) => isoDay(addDays(parseISO(day), days));
