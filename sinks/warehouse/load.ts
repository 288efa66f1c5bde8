import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type SubmissionId, submissionId } from '../../schemas/codes';
import { contentOf } from '../../schemas/content';
import type { Period } from '../../schemas/period';
import type { RegisterRow } from '../../schemas/register';
import type { Rules } from '../../schemas/rules';
import type { StreamedRegister } from '../../schemas/streamed';
import type { Prepared, PreparedSubmission, RefusedSubmission } from '../../schemas/submission';
import { transaction } from './connect';
import { versionOfEarlier } from './earlier';
import { insertFindings } from './findings';
import { countInput } from './input';
import { type DecidedFinding, decidedFindings, numbersOf } from './numbered';
import { copyRegister } from './register';
import { factColumns, lockKeys, makeStaged, type Reconciling, settle } from './settle';

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
  prepared: readonly (Prepared | StreamedRegister)[],
  reconciling: Reconciling,
  now: Date,
): Promise<Loaded | 'outdated'> {
  return transaction(pool, async (client) => {
    // What a crash of the server takes back, the receipt waits for again. What is built upon it is committed after it.
    await client.query('set local synchronous_commit = off');
    const receipt = await lockReceipt(client, receiptNumber);
    if (receipt === null) return { periods: [], again: [] };
    const expected = prepared.filter((part) => part.kind !== 'refused');
    await lockKeys(client, expected);
    for (const part of expected)
      if (
        part.form === 'B01' &&
        (await versionOfEarlier(client, receiptNumber, part.province, part.period)) !== part.earlier
      )
        return 'outdated';
    const decided = await decidedFindings(client, receiptNumber);
    await forget(client, receiptNumber);

    const changed: PreparedSubmission[] = [];
    const reports: Report[] = [];
    for (const [position, given] of prepared.entries()) {
      const index = position + 1;
      const id = submissionId(receiptNumber, index);
      const { part, rows } = await bringIn(client, id, given);
      if (part.kind === 'refused') await insertRefused(client, id, index, part, receipt);
      else {
        reports.push({ id, part });
        const { version } = reconciling.catalogue.rules;
        if (await insertSubmission(client, { id, index, part, rows, version }, receipt)) changed.push(part);
      }
    }
    await putFindings(client, reports, decided, reconciling.catalogue.rules);
    await stage(client, reports);
    for (const { part } of reports) if (await settle(client, part, reconciling)) changed.push(part);
    await countInput(client, changed);
    await client.query('update receipt set status = $2, finished_at = $3 where receipt = $1', [
      receiptNumber,
      reports.length === 0 ? 'refused' : 'done',
      now,
    ]);
    const periods = [...new Set(changed.map(({ period }) => period))];
    return { periods, again: await later(client, reports, receiptNumber) };
  });
}

type Report = { readonly id: SubmissionId; readonly part: PreparedSubmission };

/** Brings the rows of a register in; a large one is understood only now, and may have to be refused at its end. */
async function bringIn(
  client: PoolClient,
  id: SubmissionId,
  given: Prepared | StreamedRegister,
): Promise<{ readonly part: Prepared; readonly rows: string | null }> {
  if (given.kind === 'streamed') {
    await client.query('savepoint register');
    const { said, end } = await copyRegister(client, id, given.province, given.rows());
    if (end.kind === 'refused') await client.query('rollback to savepoint register');
    return { part: end, rows: said };
  }
  if (given.kind === 'refused' || given.register === undefined) return { part: given, rows: null };
  const { said } = await copyRegister(client, id, given.province, inOne(given.register));
  return { part: given, rows: said };
}

async function* inOne(rows: readonly RegisterRow[]): AsyncGenerator<readonly RegisterRow[], void> {
  yield rows;
}

async function lockReceipt(client: PoolClient, receipt: number): Promise<Receipt | null> {
  const { rows } = await client.query<{ sha256: Buffer; received_at: Date }>(
    "select sha256, received_at from receipt where receipt = $1 and status = 'waiting' for update",
    [receipt],
  );
  return rows[0] ? { receipt, ...rows[0] } : null;
}

/** A file that is read again, because one before it came late, is loaded anew; that it was taken back stays known. */
async function forget(client: PoolClient, receipt: number): Promise<void> {
  // Prepared: to plan it over all partitions took 2.5 ms, and 0.6 ms to find nothing, as mostly it does.
  await client.query({ name: 'forget', text: forgetSql, values: [receipt] });
}

const forgetSql = `
with own as (select submission from submission where receipt = $1),
observations as (delete from observation where submission in (table own) and form not like '=%'),
rows as (
  delete from register_row using submission
  where receipt = $1 and (register_row.province, register_row.submission) = (submission.province, submission.submission)
)
delete from finding where submission in (table own)`;

/** The later files of these provinces wait once more: their doubtful numbers were judged without what was just loaded. */
async function later(client: PoolClient, reports: readonly Report[], receipt: number): Promise<number[]> {
  const { rows } = await client.query<{ receipt: string }>(
    `update receipt set status = 'waiting', attempts = 0, finished_at = null
     where status = 'done' and receipt in (
       select submission.receipt
       from submission
       join jsonb_to_recordset($1) as loaded (province text, period text, form text) using (province)
       where submission.status = 'loaded' and submission.form = 'B01' and submission.receipt > $2
         and (loaded.form = 'B01' and submission.period > loaded.period
              or loaded.form = 'B02' and submission.period = loaded.period)
     )
     returning receipt`,
    [JSON.stringify(reports.map(({ part: { province, period, form } }) => ({ province, period, form }))), receipt],
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

/** True where it was loaded before, and its figures may be other ones now. */
async function insertSubmission(
  client: PoolClient,
  {
    id,
    index,
    part,
    rows,
    version,
  }: Report & Pick<Rules, 'version'> & { readonly index: number; readonly rows: string | null },
  receipt: Receipt,
): Promise<boolean> {
  const inserted = await client.query<{ again: boolean }>(
    `insert into submission (submission, receipt, part, status, province, period, form, document_number, document_date, as_of, sample, rows, rows_loaded, received_at, reading, content, rules)
     values ($1, $2, $3, 'loaded', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (submission) do update set status = excluded.status, same_as = null, message = null,
       province = excluded.province, period = excluded.period, form = excluded.form, rows_loaded = excluded.rows_loaded,
       content = excluded.content, rules = excluded.rules, loads = submission.loads + 1
     returning loads > 1 as again`,
    [
      id,
      receipt.receipt,
      index,
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
      contentOf(part, rows),
      version,
    ],
  );
  return inserted.rows[0]?.again ?? false;
}

async function putFindings(
  client: PoolClient,
  reports: readonly Report[],
  decided: readonly DecidedFinding[],
  rules: Rules,
): Promise<void> {
  const findings = reports.flatMap(({ id, part }) => {
    const numbers = numbersOf(
      part.findings,
      decided.filter(({ submission }) => submission === id),
    );
    return part.findings.map((finding, index) => {
      const number = numbers[index] as number;
      return { ...finding, finding: `${id}-${number}`, submission: id, number, status: 'open' };
    });
  });
  await insertFindings(client, findings, rules);
  await client.query(decidedSql, [reports.map(({ id }) => id)]);
}

/** What was decided about a finding stays, when its report is read once more and it is there again. */
const decidedSql = `
update finding
set status = case verdict when 'keep' then 'kept' when 'correct' then 'corrected' when 'reject' then 'rejected' else 'open' end
from (select distinct on (finding) finding, verdict from decision order by finding, decision desc) as decided
where finding.finding = decided.finding and finding.submission = any($1)`;

/** Moves the observations into a table of this transaction's own by COPY. */
async function stage(client: PoolClient, reports: readonly Report[]): Promise<void> {
  await makeStaged(client);
  const rows = reports.flatMap(({ id, part }) =>
    part.observations.map((one, line) => [
      id,
      line,
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
  await pipeline(Readable.from([csv]), client.query(copyFrom(`copy staged (${factColumns}) from stdin (format csv)`)));
}
