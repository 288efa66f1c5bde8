import { type Locator, rowIn } from '../../../schemas/cell';
import type { Database } from '../../../schemas/database';
import type { RowId } from '../../../schemas/identity';
import type { CooperativeStatus } from '../../../schemas/register';

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
