import type { Indicator } from '../../../schemas/catalogue';
import { decimal } from '../../../schemas/decimal';
import { isFigure } from '../../../schemas/register';
import type { Rows } from './effects';
import type { Explaining } from './explain';
import type { Figure, Parts } from './figure';
import type { Cause } from './gap';
import type { ListedRow } from './listed';
import type { Treatment } from './treatment';

/** Open figures that rows of the register do not say, where that may be what it has too little; one cause an indicator. */
export function withoutFigure(
  explaining: Explaining,
  listed: readonly ListedRow[],
  rows: Rows,
): ReadonlyMap<Figure, Cause> {
  const lacking = [...explaining.open].filter((figure) => mayLack(figure, explaining.settled(figure)));
  const of = new Map<Indicator, Figure[]>();
  for (const figure of lacking) of.set(figure.indicator, [...(of.get(figure.indicator) ?? []), figure]);
  return new Map(
    [...of.values()].flatMap((figures) => {
      const silent = listed.filter((row) => figures.some((figure) => rows.lacks(row, figure)));
      const cause = { treatments: silent.map(unsaid), alternatives: [] };
      return figures.map((figure): [Figure, Cause] => [figure, cause]);
    }),
  );
}

/** A count can lack no more than one for each of the rows. */
function mayLack({ stated, missing, kind }: Figure, { sum }: Parts): boolean {
  const lacking = stated.minus(sum);
  return missing > 0 && lacking.gt('0') && (isFigure(kind.columns[0]) || lacking.lte(decimal(String(missing))));
}

const unsaid = (row: ListedRow): Treatment => ({
  reason: 'without_figure',
  cooperative: row.cooperative,
  rows: [row],
  changes: [],
  as: '',
});
