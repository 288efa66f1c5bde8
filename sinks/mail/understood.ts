import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import { Quantity } from '../../schemas/quantity';
import { excerpt } from '../../schemas/text';
import { vietnameseNumber } from '../../schemas/vietnamese';

/** A figure of a report as it was written and as it was understood, in the catalogue's unit. */
export interface UnderstoodFigure {
  readonly label: string;
  readonly raw: string;
  readonly value: string;
}

/** The totals of a submission's required indicators, in the catalogue's order. */
export async function understoodFigures(
  database: Database,
  submission: string,
  { indicators }: Catalogue,
): Promise<UnderstoodFigure[]> {
  const { rows } = await database.query<{ code: IndicatorCode; raw: string; unit: string; value_base: string }>(
    `select distinct on (code) code, raw, unit_reported as unit, value_base
     from observation
     where submission = $1 and sector = 'all' and measure = 'actual' and form not like '=%'
     order by code, known_from desc`,
    [submission],
  );
  const said = new Map(rows.map((row) => [row.code, row]));
  return [...indicators.values()].flatMap(({ code, label, unit, required }) => {
    const figure = said.get(code);
    if (!required || figure === undefined) return [];
    const value = Quantity.fromBase(decimal(figure.value_base), unit.dimension).in(unit);
    const raw = excerpt(figure.raw);
    return [
      {
        label,
        raw: raw.includes(figure.unit) ? raw : `${raw} ${figure.unit}`,
        value: `${vietnameseNumber(value)} ${unit.name}`,
      },
    ];
  });
}
