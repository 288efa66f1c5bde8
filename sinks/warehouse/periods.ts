import type { Database } from '../../schemas/database';
import type { Period } from '../../schemas/period';

/** How far a period has come. */
export interface PeriodLife {
  readonly period: Period;
  /** ISO date; null: it was never opened. */
  readonly due_on: string | null;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
  /** Its editions, the latest last. */
  readonly editions: readonly { readonly edition: number; readonly at: string; readonly by: string }[];
  /** Provinces that have a report standing; of those, how many came after the due date. */
  readonly reported: number;
  readonly late: number;
  /** Reports that came or were taken back since the last edition: they wait for the next. */
  readonly since: number;
}

/** Opens a period, or gives one that is open (or closed) another due date. */
export async function openPeriod(database: Database, period: Period, dueOn: string, now: Date): Promise<void> {
  await database.query(
    `insert into period_life (period, due_on, opened_at) values ($1, $2, $3)
     on conflict (period) do update set due_on = excluded.due_on, closed_at = null`,
    [period, dueOn, now],
  );
}

/** Closes it; one that was never opened is opened and closed at once. One that is closed stays as it is. */
export async function closePeriod(database: Database, period: Period, dueOn: string, now: Date): Promise<void> {
  await database.query(
    `insert into period_life (period, due_on, opened_at, closed_at) values ($1, $2, $3, $3)
     on conflict (period) do update set closed_at = coalesce(period_life.closed_at, excluded.closed_at)`,
    [period, dueOn, now],
  );
}

/** The periods that were opened, reported on or published, or one of them; the latest first. */
export async function periodLives(
  database: Database,
  zone: string,
  period: Period | null = null,
): Promise<PeriodLife[]> {
  const { rows } = await database.query<PeriodLife>(
    `with known as (
       select period from period_life
       union select period from standing where known_until = 'infinity'
       union select period from edition
     ),
     reports as (
       select standing.period, province, min(submission.received_at) as received_at
       from standing join submission using (submission, province, period, form)
       where standing.known_until = 'infinity'
       group by standing.period, province
     )
     select
       period, due_on, opened_at, closed_at,
       coalesce((
         select json_agg(json_build_object('edition', edition, 'at', published_at, 'by', published_by) order by edition)
         from edition where edition.period = known.period), '[]') as editions,
       (select count(*) from reports where reports.period = known.period)::int as reported,
       (select count(*) from reports
        where reports.period = known.period and (received_at at time zone $2)::date > due_on)::int as late,
       (select count(*) from submission
        where submission.period = known.period and status = 'loaded'
          and greatest(received_at, withdrawn_at) > (select max(published_at) from edition where edition.period = known.period))::int as since
     from known
     left join period_life using (period)
     where $1::text is null or period = $1
     order by period desc`,
    [period, zone],
  );
  return rows;
}

/** Findings that stand in the way of publishing: errors of the reports that stand which nobody has decided about. */
export async function blockingFindings(database: Database, period: Period): Promise<string[]> {
  const { rows } = await database.query<{ finding: string }>(
    `select finding
     from finding join submission using (submission)
     where period = $1 and severity = 'error' and finding.status = 'open'
       and exists (select from standing where standing.submission = submission.submission and known_until = 'infinity')
     order by receipt, part, number`,
    [period],
  );
  return rows.map(({ finding }) => finding);
}
