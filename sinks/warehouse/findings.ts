import { type Locator, locatorText } from '../../schemas/cell';
import type { Database } from '../../schemas/database';
import type { Proposal, Severity } from '../../schemas/finding';

/** A finding as the outside sees it (`findings --format json`). */
export interface FindingRecord {
  readonly id: string;
  readonly severity: Severity;
  readonly rule: string;
  /** GSO code, on the map of the period. */
  readonly province: string;
  readonly period: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly file: string;
  readonly locator: string | null;
  readonly raw: string | null;
  readonly message: string;
  readonly proposal: Proposal | null;
  readonly status: string;
}

/** The findings of the reports that stand, of a province or a period where one is given. */
export async function openFindings(
  database: Database,
  of: { readonly province: string | null; readonly period: string | null; readonly submission?: string },
): Promise<FindingRecord[]> {
  const { rows } = await database.query<Omit<FindingRecord, 'locator'> & { locator: Locator | null }>(
    `select finding as id, severity, rule, right(province, 2) as province, period, code, sector, file_name as file, locator,
            raw, finding.message, proposal, finding.status
     from finding
     join submission using (submission)
     join receipt using (receipt)
     where ($3::text is not null or exists (select from standing where standing.submission = submission.submission and known_until = 'infinity'))
       and ($1::text is null or province = $1)
       and ($2::text is null or period = $2)
       and ($3::text is null or submission = $3)
     order by period, province, array_position(array['error', 'warning', 'note'], severity), receipt, part, number`,
    [of.province, of.period, of.submission ?? null],
  );
  return rows.map((row) => ({ ...row, locator: row.locator === null ? null : locatorText(row.locator) }));
}
