import type { Database } from '../../schemas/database';

/** What became of one part of a file. */
export interface SubmissionLine {
  readonly submission: string;
  readonly receipt: number;
  readonly file_name: string;
  readonly status: 'loaded' | 'same' | 'refused';
  readonly province: string | null;
  readonly period: string | null;
  readonly form: string | null;
  readonly message: string | null;
  readonly said_province: string | null;
  readonly said_period: string | null;
  readonly same_as: string | null;
  /** A copy in other bytes: another format, or another channel's export. */
  readonly same_otherwise: boolean;
  /** How many files say the same as this submission, itself included. */
  readonly sources: number;
  readonly rows: number;
  readonly rows_loaded: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly stands: boolean;
  /** The submission that this one took the place of when it came. */
  readonly replaced: string | null;
  readonly received_at: Date;
}

const lineSql = `
select
  submission, receipt::int, file_name, submission.status, province, period, form, message, said_province, said_period, same_as,
  coalesce((select other.sha256 <> receipt.sha256 from submission as original join receipt as other using (receipt) where original.submission = submission.same_as), false) as same_otherwise,
  (select count(*) + 1 from submission as copy where copy.same_as = submission.submission)::int as sources,
  rows, rows_loaded,
  (select count(*) from finding where finding.submission = submission.submission and severity = 'error')::int as errors,
  (select count(*) from finding where finding.submission = submission.submission and severity = 'warning')::int as warnings,
  (select count(*) from finding where finding.submission = submission.submission and severity = 'note')::int as notes,
  exists (select from standing where standing.submission = submission.submission and known_until = 'infinity') as stands,
  (select before.submission from standing as before
   join standing as mine on mine.submission = submission.submission and mine.known_from = before.known_until
   where (before.province, before.period, before.form) = (submission.province, submission.period, submission.form)
     and mine.known_from = submission.received_at
   limit 1) as replaced,
  submission.received_at
from submission join receipt using (receipt)`;

/** The parts of these files, in the order in which they were received. */
export async function submissionsOf(database: Database, receipts: readonly number[]): Promise<SubmissionLine[]> {
  const { rows } = await database.query<SubmissionLine>(
    `${lineSql} where receipt = any($1::bigint[]) order by receipt, part`,
    [receipts],
  );
  return rows;
}

/** The reports that stand for a period, by province. */
export async function standingReports(database: Database, period: string): Promise<SubmissionLine[]> {
  const { rows } = await database.query<SubmissionLine>(
    `${lineSql} where submission in (select submission from standing where period = $1 and known_until = 'infinity') order by province, form`,
    [period],
  );
  return rows;
}

/** Periods for which something was reported, the latest first. */
export async function reportedPeriods(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ period: string }>(
    "select distinct period from standing where known_until = 'infinity' order by period desc",
  );
  return rows.map(({ period }) => period);
}

/** Files that wait, were refused, or could not be processed. */
export async function receiptCounts(database: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await database.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'failed')::int as failed
     from receipt`,
  );
  return rows[0] ?? { waiting: 0, failed: 0 };
}

/** Receipts that could not be processed, of those given. */
export async function failedReceipts(
  database: Database,
  receipts: readonly number[],
): Promise<{ receipt: number; file_name: string }[]> {
  const { rows } = await database.query<{ receipt: number; file_name: string }>(
    "select receipt::int, file_name from receipt where status = 'failed' and receipt = any($1::bigint[]) order by receipt",
    [receipts],
  );
  return rows;
}
