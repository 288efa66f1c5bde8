import type { PoolClient } from 'pg';
import type { Catalogue } from '../../schemas/catalogue';
import type { Locator } from '../../schemas/cell';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import type { Finding } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { Form, HandedIn, Measure, Reconciled, ReportedFile, Standing } from '../../schemas/submission';
import { insertFindings } from './findings';

/** What decides about the files of one province, period and form. */
export interface Reconciling {
  readonly catalogue: Catalogue;
  reconcile(handedIn: readonly HandedIn[]): Reconciled;
  revisionFindings(before: readonly [ReportedFile, ...ReportedFile[]], after: ReportedFile): Finding[];
}

/** Whose reports are to be brought in line. */
export interface Key {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly form: Form;
}

export const factColumns =
  'submission, line, code, sector, measure, value_base, raw, unit_reported, locator, also, conversion, choice, stated, note';

/** Two files for one province and period are taken one after the other; always in one order, so that none waits in a ring. */
export async function lockKeys(client: PoolClient, keys: readonly Key[]): Promise<void> {
  const locks = keys.flatMap(({ province, period, form }) => [province, `${province} ${period} ${form}`]);
  await client.query('select pg_advisory_xact_lock(hashtextextended(lock, 0)) from unnest($1::text[]) as lock', [
    [...new Set(locks)].sort(),
  ]);
}

/** A table of this transaction's own for facts on their way. */
export async function makeStaged(client: PoolClient): Promise<void> {
  await client.query(
    `create temporary table staged on commit drop as select ${factColumns} from observation with no data`,
  );
}

/**
 * Brings the facts of one province, period and form in line with what stands when, and its submissions with what they are.
 * Facts whose interval is right are not touched; in the usual case the new report's facts are added and its predecessor's
 * are closed. False where nothing that can be seen has changed.
 */
export async function settle(client: PoolClient, key: Key, reconciling: Reconciling): Promise<boolean> {
  const { province, period, form } = key;
  const of = [province, period, form];
  const handedIn = await handedInFor(client, key);
  const { standings, sameAs } = reconciling.reconcile(handedIn);
  for (const { submission, same_as } of handedIn) {
    const same = sameAs.get(submission) ?? null;
    if (same === same_as) continue;
    const status = same === null ? 'loaded' : 'same';
    await client.query('update submission set status = $2, same_as = $3 where submission = $1', [
      submission,
      status,
      same,
    ]);
  }
  // One that never stood keeps its facts readable, with an interval that is empty.
  const never = handedIn
    .filter(({ submission }) => !standings.some((each) => each.submission === submission))
    .map(({ submission, receivedAt }): Standing => ({ submission, from: receivedAt, until: receivedAt }));
  const intervals = (some: readonly Standing[]) =>
    JSON.stringify(
      some.map(({ submission, from, until }) => ({
        submission,
        known_from: new Date(from).toISOString(),
        known_until: until === null ? 'infinity' : new Date(until).toISOString(),
      })),
    );
  const all = intervals([...standings, ...never]);
  await client.query(takeOutSql, [...of, all]);
  await client.query(putInSql, [...of, all]);
  const ended = await client.query(endSql, [...of, intervals(standings)]);
  const begun = await client.query(beginSql, [...of, intervals(standings)]);
  await insertRevisionFindings(client, handedIn, standings, reconciling);
  return (ended.rowCount ?? 0) + (begun.rowCount ?? 0) > 0;
}

async function handedInFor(
  client: PoolClient,
  { province, period, form }: Key,
): Promise<(HandedIn & { same_as: string | null })[]> {
  const { rows } = await client.query<{
    submission: string;
    receipt: string;
    part: number;
    same_as: string | null;
    document_date: string | null;
    bytes: string;
    content: string;
    received_at: Date;
    withdrawn_at: Date | null;
  }>(
    `select submission, receipt, part, same_as, document_date, encode(sha256, 'hex') as bytes, content,
            submission.received_at, withdrawn_at
     from submission join receipt using (receipt)
     where (province, period, form) = ($1, $2, $3) and submission.status in ('loaded', 'same')`,
    [province, period, form],
  );
  return rows.map(
    ({ submission, receipt, part, same_as, document_date, bytes, content, received_at, withdrawn_at }) => ({
      submission,
      receipt: Number(receipt),
      part,
      same_as,
      documentDate: document_date,
      bytes,
      content,
      receivedAt: received_at.getTime(),
      withdrawnAt: withdrawn_at?.getTime() ?? null,
    }),
  );
}

const wantedSql = `wanted as (
  select * from jsonb_to_recordset($4) as wanted (submission text, known_from timestamptz, known_until timestamptz)
)`;

// Facts with an interval that they should not have are taken out (closing comes before opening: one current fact only) …
const takeOutSql = `
with ${wantedSql},
wrong as (
  delete from observation
  where (province, period, form) = ($1, $2, $3)
    and (submission, known_from, known_until) not in (select submission, known_from, known_until from wanted)
  returning ${factColumns}
)
insert into staged select ${factColumns} from wrong`;

// … and each submission's facts are put in under the intervals that are not there yet.
const putInSql = `
with ${wantedSql},
there as (
  select ${factColumns}, known_from, known_until from observation where (province, period, form) = ($1, $2, $3)
),
missing as (
  select submission, known_from, known_until from wanted
  except select submission, known_from, known_until from there
),
facts as (
  select ${factColumns} from staged
  union select ${factColumns} from there
)
insert into observation (province, period, form, ${factColumns}, known_from, known_until)
select $1, $2, $3, ${factColumns}, known_from, known_until
from facts join missing using (submission)`;

const endSql = `
with ${wantedSql}
delete from standing
where (province, period, form) = ($1, $2, $3)
  and (submission, known_from, known_until) not in (select submission, known_from, known_until from wanted)`;

const beginSql = `
with ${wantedSql}
insert into standing (province, period, form, submission, known_from, known_until)
select $1, $2, $3, submission, known_from, known_until from wanted
except select $1, $2, $3, submission, known_from, known_until from standing
where (province, period, form) = ($1, $2, $3)`;

/**
 * What is to be settled about each report that took the place of another, found anew from what stood when. What a person
 * decided about it stays as long as it says the same; figures that somebody confirmed as left out are not asked for again.
 */
async function insertRevisionFindings(
  client: PoolClient,
  handedIn: readonly HandedIn[],
  standings: readonly Standing[],
  { catalogue, revisionFindings }: Reconciling,
): Promise<void> {
  if (handedIn.length < 2) return;
  const { rows: decided } = await client.query<{ submission: string; rule: string; message: string; status: string }>(
    `with gone as (delete from finding where submission = any($1) and rule like 'revision.%' returning *)
     select submission, rule, message, status from gone where status <> 'open'`,
    [handedIn.map(({ submission }) => submission)],
  );
  const known = new Map(handedIn.map((each) => [each.submission, each]));
  const before = new Map<string, string>();
  standings.forEach(({ submission, from }, index) => {
    const last = standings[index - 1];
    if (last?.until === from && known.get(submission)?.receivedAt === from) before.set(submission, last.submission);
  });
  if (before.size === 0) return;
  const confirmed = new Set(decided.flatMap((each) => (each.rule === 'revision.left_out' ? [each.submission] : [])));
  const files = await reportedFiles(client, catalogue, [...new Set([...before].flat())]);
  const findings = [...before].flatMap(([after, last]) => {
    const chain: ReportedFile[] = [];
    for (let each: string | undefined = last; each !== undefined; ) {
      const file = files.get(each);
      if (file !== undefined && (each === last || known.get(each)?.withdrawnAt === null)) chain.push(file);
      each = confirmed.has(each) ? undefined : before.get(each);
    }
    const [was, ...earlier] = chain;
    const is = files.get(after);
    const found = was && is ? revisionFindings([was, ...earlier], is) : [];
    return found.map((finding, index) => ({
      ...finding,
      finding: `${after}-r${index + 1}`,
      submission: after,
      number: firstRevisionNumber + index,
      status:
        decided.find(({ submission, message }) => submission === after && message === finding.message)?.status ??
        'open',
    }));
  });
  await insertFindings(client, findings, catalogue.rules);
}

/** Behind the findings that the file itself gave rise to. */
export const firstRevisionNumber = 1_000_001;

/** The files of these submissions with their figures. */
export async function reportedFiles(database: Database, catalogue: Catalogue, submissions: readonly string[]) {
  const { rows } = await database.query<{
    submission: string;
    file: string;
    document_number: string | null;
    code: IndicatorCode | null;
    sector: SectorCode;
    measure: Measure;
    value_base: string;
    raw: string;
    unit: string;
    at: Locator;
  }>(
    `select distinct on (submission, code, sector, measure) submission, file_name as file, document_number, code, sector,
            measure, value_base, raw, unit_reported as unit, locator as at
     from submission
     join receipt using (receipt)
     left join observation using (submission, province, period, form)
     where submission = any($1)
     order by submission, code, sector, measure`,
    [submissions],
  );
  const files = new Map<string, ReportedFile>();
  for (const { submission, file, document_number, code, value_base, ...figure } of rows) {
    const before = files.get(submission)?.figures ?? [];
    const dimension = code === null ? undefined : catalogue.indicators.get(code)?.unit.dimension;
    const one =
      code === null || dimension === undefined
        ? []
        : [{ ...figure, code, amount: Quantity.fromBase(decimal(value_base), dimension) }];
    files.set(submission, { submission, file, documentNumber: document_number, figures: [...before, ...one] });
  }
  return files;
}
