import type { Database } from '../../schemas/database';
import { type ListedRow, listedRows } from './against';
import type { StandingChange } from './editions';

/** A register that another one took the place of, with the rows of both. */
export interface ReplacedRegister {
  readonly submission: string;
  readonly before: readonly ListedRow[];
  readonly after: readonly ListedRow[];
  /** Cooperatives that registers of other provinces listed for the period, at both moments. */
  readonly elsewhere: ReadonlySet<string>;
}

/** A register that stood at a moment and one in its place that stood at a later one; null where the change is no such. */
export async function replacedRegister(
  database: Database,
  { province, period, form, before, after }: StandingChange,
  from: Date,
  to: Date,
): Promise<ReplacedRegister | null> {
  if (form !== 'B02' || before === null || after === null) return null;
  const rows = await listedRows(database, province, before);
  const { rows: others } = await database.query<{ cooperative: string }>(
    `select coalesce(link.is_one_with, resolved.cooperative) as cooperative
     from standing
     join identity_register as known using (submission)
     join identity_row as resolved using (scope, submission)
     left join identity_link as link using (cooperative)
     where standing.form = 'B02' and standing.period = $1 and standing.province <> $2
       and coalesce(link.is_one_with, resolved.cooperative) = any($5)
     group by 1
     having bool_or(${stoodAt('$3')}) and bool_or(${stoodAt('$4')})`,
    [period, province, from, to, rows.map(({ cooperative }) => cooperative)],
  );
  return {
    submission: before,
    before: rows,
    after: await listedRows(database, province, after),
    elsewhere: new Set(others.map(({ cooperative }) => cooperative)),
  };
}

const stoodAt = (moment: string) =>
  `known_from <= ${moment}::timestamptz and (known_until > ${moment}::timestamptz or known_until = 'infinity')`;
