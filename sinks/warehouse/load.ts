import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type SubmissionId, submissionId } from '../../schemas/codes';
import { type Period, tablesTouchedBy } from '../../schemas/period';
import type { HandedIn, Prepared, PreparedSubmission, RefusedSubmission, Standing } from '../../schemas/submission';
import { transaction } from './connect';
import { versionOfEarlier } from './earlier';
import { countInput } from './input';

/** Decides which of the submissions of one province, period and form stood when. */
export type Precedence = (handedIn: readonly HandedIn[]) => Standing[];

interface Receipt {
  readonly receipt: number;
  readonly sha256: Buffer;
  readonly received_at: Date;
}

/** What loading changed: the periods of the figures, and the receipts that have to be read again for it. */
export interface Loaded {
  readonly periods: readonly Period[];
  readonly again: readonly number[];
}

/**
 * Loads what a file was understood to say, in one transaction: every part of it, or nothing. A receipt that does not wait
 * is left as it is, so the call may be repeated. `outdated`: an earlier file was taken in since this one was understood,
 * and it was judged by the earlier figures.
 */
export async function load(
  pool: Pool,
  receiptNumber: number,
  prepared: readonly Prepared[],
  precedence: Precedence,
  now: Date,
): Promise<Loaded | 'outdated'> {
  return transaction(pool, async (client) => {
    const receipt = await lockReceipt(client, receiptNumber);
    if (receipt === null) return { periods: [], again: [] };
    const parts = prepared.map((part, index) => ({
      id: submissionId(receiptNumber, index + 1),
      index: index + 1,
      part,
    }));
    const reports = parts.filter((each): each is Report => each.part.kind === 'prepared');
    await lockKeys(
      client,
      reports.flatMap(({ part }) => [part.province, keyOf(part)]),
    );
    for (const { part } of reports)
      if (
        part.form === 'B01' &&
        (await versionOfEarlier(client, receiptNumber, part.province, part.period)) !== part.earlier
      )
        return 'outdated';
    await forget(client, receiptNumber);

    const loaded: Report[] = [];
    for (const each of parts) {
      if (each.part.kind === 'refused') await insertRefused(client, each.id, each.index, each.part, receipt);
      else if (await insertSubmission(client, each as Report, receipt)) loaded.push(each as Report);
    }
    await insertFindings(client, loaded);
    await stage(client, loaded);
    for (const report of loaded) await settle(client, report.part, precedence);
    const periods = [...new Set(loaded.map(({ part }) => part.period))];
    await countInput(client, periods.flatMap(tablesTouchedBy));
    const outcome = parts.every(({ part }) => part.kind === 'refused') ? 'refused' : 'done';
    await client.query('update receipt set status = $2, finished_at = $3 where receipt = $1', [
      receiptNumber,
      outcome,
      now,
    ]);
    return { periods, again: await later(client, loaded, receiptNumber) };
  });
}

type Report = { readonly id: SubmissionId; readonly index: number; readonly part: PreparedSubmission };
const keyOf = (report: PreparedSubmission) => `${report.province} ${report.period} ${report.form}`;

async function lockReceipt(client: PoolClient, receipt: number): Promise<Receipt | null> {
  const { rows } = await client.query<{ sha256: Buffer; received_at: Date }>(
    "select sha256, received_at from receipt where receipt = $1 and status = 'waiting' for update",
    [receipt],
  );
  return rows[0] ? { receipt, ...rows[0] } : null;
}

/** Two files for one province and period are taken one after the other; always in one order, so that none waits in a ring. */
async function lockKeys(client: PoolClient, keys: readonly string[]): Promise<void> {
  for (const key of [...new Set(keys)].sort()) {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }
}

/** A file that is read again, because one before it came late, is loaded anew; that it was taken back stays known. */
async function forget(client: PoolClient, receipt: number): Promise<void> {
  await client.query(
    `with own as (select submission from submission where receipt = $1),
     observations as (delete from observation where submission in (table own))
     delete from finding where submission in (table own)`,
    [receipt],
  );
}

/** The later files of these provinces wait once more: their doubtful numbers were judged without what was just loaded. */
async function later(client: PoolClient, reports: readonly Report[], receipt: number): Promise<number[]> {
  const { rows } = await client.query<{ receipt: string }>(
    `update receipt set status = 'waiting', attempts = 0, finished_at = null
     where status = 'done' and receipt in (
       select submission.receipt
       from submission
       join jsonb_to_recordset($1) as loaded (province text, period text) using (province)
       where submission.status = 'loaded' and submission.form = 'B01' and submission.receipt > $2
         and submission.period > loaded.period
     )
     returning receipt`,
    [
      JSON.stringify(
        reports.flatMap(({ part: { province, period, form } }) => (form === 'B01' ? [{ province, period }] : [])),
      ),
      receipt,
    ],
  );
  return rows.map((row) => Number(row.receipt));
}

async function insertRefused(
  client: PoolClient,
  id: SubmissionId,
  part: number,
  { sentence, province, period }: RefusedSubmission,
  { receipt, received_at }: Receipt,
): Promise<void> {
  await client.query(
    `insert into submission (submission, receipt, part, status, message, said_province, said_period, received_at)
     values ($1, $2, $3, 'refused', $4, $5, $6, $7)
     on conflict (submission) do update set status = excluded.status, message = excluded.message`,
    [id, receipt, part, sentence, province, period, received_at],
  );
}

/** False where the same bytes were already loaded as this province's report (they came in with other options). */
async function insertSubmission(client: PoolClient, { id, index, part }: Report, receipt: Receipt): Promise<boolean> {
  const { rows } = await client.query<{ submission: string }>(
    `select submission from submission join receipt using (receipt)
     where submission.status = 'loaded' and sha256 = $1 and province = $2 and period = $3 and form = $4 and receipt <> $5`,
    [receipt.sha256, part.province, part.period, part.form, receipt.receipt],
  );
  const same = rows[0]?.submission ?? null;
  await client.query(
    `insert into submission (submission, receipt, part, status, same_as, province, period, form, document_number, document_date, as_of, sample, rows, rows_loaded, received_at, reading)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (submission) do update set status = excluded.status, same_as = excluded.same_as, message = null,
       province = excluded.province, period = excluded.period, form = excluded.form, rows_loaded = excluded.rows_loaded,
       loads = submission.loads + 1`,
    [
      id,
      receipt.receipt,
      index,
      same === null ? 'loaded' : 'same',
      same,
      part.province,
      part.period,
      part.form,
      part.documentNumber,
      part.documentDate,
      part.asOf,
      part.sample,
      part.rows,
      part.rowsLoaded,
      receipt.received_at,
      JSON.stringify(part.reading),
    ],
  );
  return same === null;
}

async function insertFindings(client: PoolClient, reports: readonly Report[]): Promise<void> {
  const findings = reports.flatMap(({ id, part }) =>
    part.findings.map(({ at, ...finding }, index) => ({
      ...finding,
      locator: at,
      finding: `${id}-${index + 1}`,
      submission: id,
      number: index + 1,
      status: 'open',
    })),
  );
  await client.query('insert into finding select * from jsonb_populate_recordset(null::finding, $1)', [
    JSON.stringify(findings),
  ]);
}

const stagedColumns =
  'submission, code, sector, measure, value_base, raw, unit_reported, locator, also, conversion, choice, stated, note';

/** Moves the observations into a table of this transaction's own by COPY. */
async function stage(client: PoolClient, reports: readonly Report[]): Promise<void> {
  await client.query(
    `create temporary table staged on commit drop as select ${stagedColumns} from observation with no data`,
  );
  const rows = reports.flatMap(({ id, part }) =>
    part.observations.map((one) => [
      id,
      one.code,
      one.sector,
      one.measure,
      one.amount.inBase(),
      one.raw,
      one.unit,
      JSON.stringify(one.at),
      JSON.stringify(one.also),
      one.conversion,
      one.choice === null ? null : JSON.stringify(one.choice),
      JSON.stringify(one.stated),
      one.note,
    ]),
  );
  // Quoted strings, so that an empty text and a missing one (null) stay two things.
  const csv = stringify(rows, { quoted_string: true });
  await pipeline(
    Readable.from([csv]),
    client.query(copyFrom(`copy staged (${stagedColumns}) from stdin (format csv)`)),
  );
}

/**
 * Brings the facts of one province, period and form in line with what stands when. Facts whose interval is right are not
 * touched; in the usual case the new report's facts are added and its predecessor's are closed.
 */
async function settle(client: PoolClient, report: PreparedSubmission, precedence: Precedence): Promise<void> {
  const key = [report.province, report.period, report.form];
  const { rows } = await client.query<{
    submission: string;
    receipt: string;
    part: number;
    document_date: string | null;
    received_at: Date;
    withdrawn_at: Date | null;
  }>(
    `select submission, receipt, part, document_date, received_at, withdrawn_at from submission
     where (province, period, form) = ($1, $2, $3) and status = 'loaded'`,
    key,
  );
  const handedIn = rows.map(
    (row): HandedIn => ({
      submission: row.submission,
      receipt: Number(row.receipt),
      part: row.part,
      documentDate: row.document_date,
      receivedAt: row.received_at.getTime(),
      withdrawnAt: row.withdrawn_at?.getTime() ?? null,
    }),
  );
  // One that never stood keeps its facts readable, with an interval that is empty.
  const stood = precedence(handedIn);
  const never = handedIn
    .filter(({ submission }) => !stood.some((each) => each.submission === submission))
    .map(({ submission, receivedAt }): Standing => ({ submission, from: receivedAt, until: receivedAt }));
  const intervals = [...stood, ...never].map(({ submission, from, until }) => ({
    submission,
    known_from: new Date(from).toISOString(),
    known_until: until === null ? 'infinity' : new Date(until).toISOString(),
  }));
  await client.query('delete from standing where (province, period, form) = ($1, $2, $3)', key);
  await client.query(standsSql, [...key, JSON.stringify(intervals)]);
  await client.query(takeOutSql, [...key, JSON.stringify(intervals)]);
  await client.query(putInSql, [...key, JSON.stringify(intervals)]);
}

const wantedSql = `wanted as (
  select * from jsonb_to_recordset($4) as wanted (submission text, known_from timestamptz, known_until timestamptz)
)`;

const standsSql = `
with ${wantedSql}
insert into standing (province, period, form, submission, known_from, known_until)
select $1, $2, $3, submission, known_from, known_until from wanted where known_from < known_until`;

// Facts with an interval that they should not have are taken out (closing comes before opening: one current fact only) …
const takeOutSql = `
with ${wantedSql},
wrong as (
  delete from observation
  where (province, period, form) = ($1, $2, $3)
    and (submission, known_from, known_until) not in (select submission, known_from, known_until from wanted)
  returning ${stagedColumns}
)
insert into staged select ${stagedColumns} from wrong`;

// … and each submission's facts are put in under the intervals that are not there yet.
const putInSql = `
with ${wantedSql},
there as (
  select ${stagedColumns}, known_from, known_until from observation where (province, period, form) = ($1, $2, $3)
),
missing as (
  select submission, known_from, known_until from wanted
  except select submission, known_from, known_until from there
),
facts as (
  select ${stagedColumns} from staged
  union select ${stagedColumns} from there
)
insert into observation (province, period, form, ${stagedColumns}, known_from, known_until)
select $1, $2, $3, ${stagedColumns}, known_from, known_until
from facts join missing using (submission)`;
