import { type Locator, rowIn } from '../../../schemas/cell';
import type { ProvinceId } from '../../../schemas/codes';
import type { Database } from '../../../schemas/database';
import type { RowId } from '../../../schemas/identity';
import type { Period } from '../../../schemas/period';
import type { CooperativeStatus, RegisterRow } from '../../../schemas/register';
import { reportedRow, type StoredRow, storedColumns } from './rows';

/** A row of a register that stands, with the cooperative that it is (null: not resolved yet), as the outside sees it. */
export interface RegisterLine {
  readonly cooperative: RowId | null;
  /** GSO code, on the map of the period. */
  readonly province: string;
  readonly period: string;
  readonly file: string;
  /** In the file: the first line is 1; in a JSON list the first element is. */
  readonly row: number;
  readonly name: string;
  readonly tax_code: string | null;
  readonly status: CooperativeStatus | null;
}

/** The registers of a period, or one province's, row by row. */
export async function registerLines(
  database: Database,
  period: string,
  province: string | null,
): Promise<RegisterLine[]> {
  const { rows } = await database.query<Omit<RegisterLine, 'row'> & { at: Locator }>(
    `select coalesce(link.is_one_with, resolved.cooperative) as cooperative, right(submission.province, 2) as province,
            submission.period, file_name as file, listed.locator as at, listed.name, listed.tax_code, listed.status
     from standing
     join submission using (submission)
     join receipt using (receipt)
     join province on province.province = submission.province
     join register_row as listed on listed.province = submission.province and listed.submission = submission.submission
     left join identity_row as resolved
       on resolved.scope = coalesce(province.successor, province.province)
      and resolved.submission = listed.submission and resolved.number = listed.number
     left join identity_link as link on link.cooperative = resolved.cooperative
     where standing.form = 'B02' and standing.known_until = 'infinity' and standing.period = $1
       and ($2::text is null or standing.province = $2)
     order by submission.province, listed.number`,
    [period, province],
  );
  return rows.map(({ cooperative, province: whose, at, file, name, tax_code, status }) => ({
    ...{ cooperative, province: whose, period, file },
    row: rowIn(at),
    ...{ name, tax_code, status },
  }));
}

/** A row of a cooperative, of whatever register that stands. */
export interface CooperativeRow {
  readonly cooperative: RowId;
  readonly period: Period;
  readonly reported: RegisterRow;
}

/**
 * All that a province's registers up to a period say of the cooperatives that stand in its register of that period: by
 * cooperative, each one's rows in the order of receipt.
 */
export async function cooperativeRows(
  database: Database,
  period: Period,
  province: ProvinceId,
): Promise<CooperativeRow[]> {
  const { rows } = await database.query<StoredRow & { cooperative: RowId; period: Period }>(
    `with resolved as (
       select coalesce(link.is_one_with, identity_row.cooperative) as cooperative, identity_row.submission,
              identity_row.number, register.receipt, register.part, standing.period, standing.province
       from identity_row
       join identity_register as register using (scope, submission)
       join standing using (submission)
       left join identity_link as link using (cooperative)
       where standing.known_until = 'infinity' and standing.period <= $1
         and identity_row.scope = (select coalesce(successor, province) from province where province = $2)
     )
     select cooperative, resolved.period, ${storedColumns
       .split(', ')
       .map((column) => `listed.${column}`)
       .join(', ')}
     from resolved
     join register_row as listed using (province, submission, number)
     where cooperative in (select cooperative from resolved where (period, province) = ($1, $2))
     order by cooperative, receipt, part, listed.number`,
    [period, province],
  );
  return rows.map(({ cooperative, period: of, ...stored }) => ({
    cooperative,
    period: of,
    reported: reportedRow(stored),
  }));
}

/** The provinces that have a register standing for the period. */
export async function provincesListed(database: Database, period: Period): Promise<ProvinceId[]> {
  const { rows } = await database.query<{ province: ProvinceId }>(
    `select province from standing where form = 'B02' and period = $1 and known_until = 'infinity' order by province`,
    [period],
  );
  return rows.map(({ province }) => province);
}
