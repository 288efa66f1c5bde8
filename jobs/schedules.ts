import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, parseISO, set, subDays } from 'date-fns';
import { mailEvery } from '../config/mail';
import { dueDays, schedules, timeZone } from '../config/schedules';
import { lastDay, type Period } from '../schemas/period';
import { ranSince } from '../sinks/warehouse/runs';
import type { Context } from './context';
import { sweepTask } from './tasks/sweep';

/** The latest 01:00 (or another full hour) in Vietnam that has passed: when the nightly job was due. */
export function lastDue(now: Date, hours = 1): Date {
  const local = new TZDate(now, timeZone);
  const today = set(local, { hours, minutes: 0, seconds: 0, milliseconds: 0 });
  return new Date((today <= local ? today : subDays(today, 1)).getTime());
}

/** By when a period's reports are due where nobody said otherwise (rules.md: 15 days after its end), as an ISO date. */
export function defaultDue(period: Period): string {
  return formatISO(addDays(parseISO(lastDay(period)), dueDays), { representation: 'date' });
}

/** Registers what happens by itself, makes up for a night that was missed, and hands in what a dead worker left. */
export async function startSchedules(context: Context): Promise<void> {
  await context.jobs.schedule('nightly', schedules.nightly);
  await context.jobs.schedule('quarterly', schedules.quarterly);
  await context.jobs.schedule('sweep', schedules.sweep);
  await context.jobs.schedule('mail', { every: mailEvery });
  // What waits now may be in the queue as the job of a worker that was killed: no need to wait until that shows.
  await sweepTask({}, context, randomUUID());
  if (!(await ranSince(context.warehouse.pool, 'nightly', lastDue(context.now()))))
    await context.jobs.add('nightly', {});
  if (!(await ranSince(context.warehouse.pool, 'quarterly', lastDue(context.now(), 6))))
    await context.jobs.add('quarterly', {});
}
