import { partsOfWholes } from '../../../config/parts';
import type { IndicatorCode } from '../../../schemas/codes';
import { shown } from '../cell';
import { type Condition, equality, inequality, type Term } from '../condition';
import type { Figures } from '../figures';
import { totalOf } from '../percentage';
import { amountOf, nameOf } from '../words';

/** Active and ceased make the total; a part is no more than its whole. */
export function wholes(figures: Figures): Condition[] {
  const ratios = [...figures.catalogue.indicators.values()].flatMap(({ aggregation }) =>
    aggregation.how === 'ratio' ? [{ whole: aggregation.denominator, parts: [aggregation.numerator], all: false }] : [],
  );
  return [...partsOfWholes, ...ratios].flatMap(({ whole, parts, all }) =>
    figures.actuals().flatMap((total): Condition[] => {
      if (total.indicator.code !== whole) return [];
      const [first, ...rest] = parts.flatMap((part) => figures.get(part as IndicatorCode, total.sector) ?? []);
      if (first === undefined) return [];
      const of: readonly Term[] = [first, ...rest].map((cell) => ({ cell, factor: 1n }));
      const terms = [...of, { cell: total, factor: -1n }];
      const complete = all && rest.length + 1 === parts.length;
      const names = [first, ...rest]
        .map((cell) => `${nameOf(cell, figures.catalogue)} (${amountOf(cell)})`)
        .join(' và ');
      const together = rest.length > 0 ? ` cộng lại là ${shown(totalOf(of), first.unit)}` : '';
      return [
        {
          rule: complete ? 'whole.parts' : 'whole.part',
          limits: complete ? equality(terms) : [inequality(terms)],
          equation: complete ? terms : null,
          derived: null,
          cells: [first, ...rest, total],
          words: `${names}${together}, ${complete ? 'khác' : 'nhiều hơn'} ${nameOf(total, figures.catalogue)} (${amountOf(total)})`,
        },
      ];
    }),
  );
}
