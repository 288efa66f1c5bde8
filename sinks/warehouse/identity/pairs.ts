import type { Locator } from '../../../schemas/cell';
import type { ProvinceId } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import type { IdentityModel, RowId } from '../../../schemas/identity';
import type { Period } from '../../../schemas/period';

/** A row, and where it was reported. */
export interface ReportedRow {
  readonly row: RowId;
  readonly cooperative: RowId;
  readonly scope: ProvinceId;
  readonly province: ProvinceId;
  readonly period: Period;
  readonly file: string;
  readonly at: Locator;
  readonly name: string;
  readonly tax_code: string | null;
  readonly district: string | null;
  readonly commune: string | null;
}

/** Two cooperatives that wait for a person, by the rows that are most alike. */
export interface WaitingPair {
  readonly cooperatives: readonly [RowId, RowId];
  readonly rows: readonly [RowId, RowId];
  /** log2 of the odds that they are one, as a plain decimal. */
  readonly weight: string;
}

/** What waits, of a province of the 34 where one is given, the likest first; nobody is asked about what no register says any more. */
export async function waitingPairs(database: Database, scope: ProvinceId | null): Promise<WaitingPair[]> {
  const { rows } = await database.query<{ one: RowId; other: RowId; row_one: RowId; row_other: RowId; weight: string }>(
    `with listed as (
       select distinct cooperative
       from identity_row join standing using (submission)
       where standing.form = 'B02' and standing.known_until = 'infinity'
         and cooperative in (select one from identity_pair union select other from identity_pair)
     )
     select coalesce(first.is_one_with, one) as one, coalesce(second.is_one_with, other) as other, row_one, row_other, weight
     from identity_pair
     left join identity_link as first on first.cooperative = one
     left join identity_link as second on second.cooperative = other
     where one in (table listed) and other in (table listed)
       and ($1::text is null or scope = $1
            or scope = 'VN' and exists (
              select from identity_register as register
              where register.scope = $1
                and register.submission in (split_part(row_one, ':', 1), split_part(row_other, ':', 1))))
       and coalesce(first.is_one_with, one) <> coalesce(second.is_one_with, other)
     order by weight desc, one, other`,
    [scope],
  );
  return rows.map(({ one, other, row_one, row_other, weight }) => ({
    cooperatives: [one, other],
    rows: [row_one, row_other],
    weight,
  }));
}

/** The rows of these ids that were resolved, with what they say of themselves. */
export async function reportedRows(database: Database, ids: readonly RowId[]): Promise<Map<RowId, ReportedRow>> {
  const { rows } = await database.query<ReportedRow>(
    `select asked.id as row, coalesce(link.is_one_with, resolved.cooperative) as cooperative, resolved.scope,
            submission.province, submission.period, file_name as file, listed.locator as at, listed.name,
            listed.tax_code, listed.district, listed.commune
     from (select distinct id from unnest($1::text[]) as id) as asked
     join submission on submission.submission = split_part(asked.id, ':', 1)
     join receipt using (receipt)
     join identity_register on identity_register.submission = submission.submission
     join identity_row as resolved
       on resolved.scope = identity_register.scope and resolved.submission = submission.submission
      and resolved.number = split_part(asked.id, ':', 2)::int
     join register_row as listed
       on listed.province = submission.province and listed.submission = submission.submission and listed.number = resolved.number
     left join identity_link as link on link.cooperative = resolved.cooperative`,
    [ids],
  );
  return new Map(rows.map((each) => [each.row, each]));
}

export async function modelOf(database: Database, scope: ProvinceId): Promise<IdentityModel | null> {
  const { rows } = await database.query<{ model: IdentityModel | null }>(
    'select model from identity_scope where scope = $1',
    [scope],
  );
  return rows[0]?.model ?? null;
}
