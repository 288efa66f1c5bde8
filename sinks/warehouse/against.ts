import type { Pool, PoolClient } from 'pg';
import type { Catalogue } from '../../schemas/catalogue';
import type { ProvinceId, SubmissionId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Finding } from '../../schemas/finding';
import type { Period } from '../../schemas/period';
import type { RegisterRow } from '../../schemas/register';
import type { ReportedFile } from '../../schemas/submission';
import { transaction } from './connect';
import { insertFindings } from './findings';
import { reportedRow, type StoredRow, storedColumns } from './identity/rows';
import { reportedFiles } from './settle';

/** A report and the register of the same period that both stand; `before`: the register at the end of the year before. */
export interface BothForms {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly report: SubmissionId;
  readonly register: SubmissionId;
  readonly before: SubmissionId | null;
  readonly before_period: Period | null;
  readonly made_from: string;
}

const bothSql = `
select report.province, report.period, report.submission as report, register.submission as register,
       before.submission as before, before.period as before_period,
       concat_ws(' ', report.submission, sent.loads, register.submission, before.submission, resolved.decision) as made_from
from standing as report
join submission as sent using (submission)
join standing as register
  on register.form = 'B02' and register.known_until = 'infinity'
 and (register.province, register.period) = (report.province, report.period)
join identity_register as known on known.submission = register.submission
join identity_scope as resolved on resolved.scope = known.scope
left join standing as before
  on before.form = 'B02' and before.known_until = 'infinity' and before.province = report.province
 and before.period not like '%..%' and before.period = (left(report.period, 4)::int - 1) || '-Q4'
where report.form = 'B01' and report.known_until = 'infinity' and report.period not like '%..%'`;

/** Those that were not held against one another since one of them, or who is who in them, changed. */
export async function comparisonsDue(database: Database): Promise<BothForms[]> {
  const { rows } = await database.query<BothForms>(
    `select * from (${bothSql}) as both_forms
     where not exists (
       select from register_compared as done
       where (done.province, done.period, done.made_from) = (both_forms.province, both_forms.period, both_forms.made_from))
     order by province, period`,
  );
  return rows;
}

/** All of a period, or of one province in it. */
export async function bothForms(database: Database, period: Period, province: ProvinceId | null): Promise<BothForms[]> {
  const { rows } = await database.query<BothForms>(
    `select * from (${bothSql}) as both_forms where period = $1 and ($2::text is null or province = $2) order by province`,
    [period, province],
  );
  return rows;
}

/** A row of a register, the file that it stands in, and the cooperative that it is. */
export type ListedRow = RegisterRow & { readonly cooperative: string; readonly file: string };

/** What both say. */
export async function sidesOf(database: Database, both: BothForms, catalogue: Catalogue) {
  const files = await reportedFiles(database, catalogue, [both.report]);
  return {
    report: files.get(both.report) as ReportedFile,
    register: { period: both.period, rows: await listedRows(database, both.province, both.register) },
    before:
      both.before === null || both.before_period === null
        ? null
        : { period: both.before_period, rows: await listedRows(database, both.province, both.before) },
    catalogue,
  };
}

/** The rows of a register, whether or not it stands. */
export async function listedRows(database: Database, province: ProvinceId, submission: string): Promise<ListedRow[]> {
  const { rows } = await database.query<StoredRow & { cooperative: string; file: string }>(
    `select ${storedColumns
      .split(', ')
      .map((column) => `listed.${column}`)
      .join(', ')}, file_name as file,
            coalesce(link.is_one_with, resolved.cooperative, listed.submission || ':' || listed.number) as cooperative
     from register_row as listed
     join submission using (submission)
     join receipt using (receipt)
     left join identity_register as known on known.submission = listed.submission
     left join identity_row as resolved
       on (resolved.scope, resolved.submission, resolved.number) = (known.scope, listed.submission, listed.number)
     left join identity_link as link on link.cooperative = resolved.cooperative
     where listed.province = $1 and listed.submission = $2
     order by listed.number`,
    [province, submission],
  );
  return rows.map(({ cooperative, file, ...stored }) => ({ ...reportedRow(stored), cooperative, file }));
}

/** Puts down what was found, as findings of the report. */
export async function keepCompared(
  pool: Pool,
  both: BothForms,
  findings: readonly Finding[],
  { rules }: Catalogue,
): Promise<void> {
  await transaction(pool, async (client: PoolClient) => {
    await client.query("delete from finding where submission = $1 and rule = 'register.report'", [both.report]);
    const rows = findings.map((finding, index) => ({
      ...finding,
      finding: `${both.report}-g${index + 1}`,
      submission: both.report,
      number: firstComparedNumber + index,
      status: 'open',
    }));
    await insertFindings(client, rows, rules);
    await client.query(
      `insert into register_compared (province, period, made_from) values ($1, $2, $3)
       on conflict (province, period) do update set made_from = excluded.made_from`,
      [both.province, both.period, both.made_from],
    );
  });
}

/** Behind those of the file and of its revisions. */
const firstComparedNumber = 2_000_001;
