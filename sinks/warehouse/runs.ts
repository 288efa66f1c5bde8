import type { Pool } from 'pg';

export interface Run {
  readonly job: string;
  readonly due_at: Date | null;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly outcome: string | null;
}

/** Does the work and writes down when it ran, and what came of it. */
export async function recordRun(
  pool: Pool,
  job: string,
  due: Date,
  now: () => Date,
  work: () => Promise<string>,
): Promise<void> {
  const { rows } = await pool.query<{ run: string }>(
    'insert into run (job, due_at, started_at) values ($1, $2, $3) returning run',
    [job, due, now()],
  );
  const outcome = await work();
  await pool.query('update run set finished_at = $2, outcome = $3 where run = $1', [rows[0]?.run, now(), outcome]);
}

export async function lastRun(pool: Pool, job: string): Promise<Run | null> {
  const { rows } = await pool.query<Run>(
    'select job, due_at, started_at, finished_at, outcome from run where job = $1 order by run desc limit 1',
    [job],
  );
  return rows[0] ?? null;
}

/** Whether the job that was due at that moment has been done, then or later. */
export async function ranSince(pool: Pool, job: string, due: Date): Promise<boolean> {
  const { rows } = await pool.query(
    'select from run where job = $1 and due_at >= $2 and finished_at is not null limit 1',
    [job, due],
  );
  return rows.length > 0;
}
