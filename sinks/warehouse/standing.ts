import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { Form, Measure } from '../../schemas/submission';
import type { Key } from './settle';

interface Row {
  readonly submission: string;
  readonly code: IndicatorCode | null;
  readonly sector: SectorCode;
  readonly measure: Measure;
  readonly value_base: string;
}

/** The report of a province for a period on a form that stands now, with its figures; null where there is none. */
export async function standingReport(
  database: Database,
  catalogue: Catalogue,
  { province, period, form }: { readonly province: ProvinceId; readonly period: Period; readonly form: Form },
) {
  const { rows } = await database.query<Row>(
    `select submission, code, sector, measure, value_base
     from standing
     left join observation using (submission, province, period, form, known_until)
     where (province, period, form) = ($1, $2, $3) and known_until = 'infinity'
     order by code, sector, measure`,
    [province, period, form],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const figures = rows.flatMap(({ code, sector, measure, value_base }) => {
    const unit = code === null ? undefined : catalogue.indicators.get(code)?.unit;
    if (code === null || unit === undefined) return [];
    return [{ code, sector, measure, amount: Quantity.fromBase(decimal(value_base), unit.dimension) }];
  });
  return { submission: first.submission, figures };
}

/** Whose reports stand, of a period or of provinces where given. */
export async function standingKeys(
  database: Database,
  { period, provinces }: { readonly period: Period | null; readonly provinces: readonly string[] | null },
): Promise<Key[]> {
  const { rows } = await database.query<Key>(
    `select province, period, form from standing
     where known_until = 'infinity' and ($1::text is null or period = $1) and ($2::text[] is null or province = any($2))
     order by period, province, form`,
    [period, provinces],
  );
  return rows;
}

/** How many of the reports that stand were judged last by other rules than those of this version. */
export async function judgedOtherwise(database: Database, version: string): Promise<number> {
  const { rows } = await database.query<{ reports: number }>(
    `select count(*)::int as reports from standing join submission using (submission)
     where known_until = 'infinity' and rules is distinct from $1`,
    [version],
  );
  return rows[0]?.reports ?? 0;
}
