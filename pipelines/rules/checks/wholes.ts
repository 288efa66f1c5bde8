import type { IndicatorCode } from '../../../schemas/codes';
import { shown } from '../cell';
import { type Condition, equality, inequality, type Term } from '../condition';
import type { Figures } from '../figures';
import { totalOf } from '../percentage';
import { amountOf, nameOf } from '../words';

/** Of what an indicator is a part, beside the ratios of the catalogue. Several parts of one whole do not overlap. */
const known: readonly { whole: string; parts: readonly string[]; all: boolean }[] = [
  { whole: 'htx.count', parts: ['htx.active', 'htx.ceased'], all: true },
  { whole: 'htx.count', parts: ['htx.hitech'], all: false },
  { whole: 'htx.count', parts: ['htx.value_chain'], all: false },
  { whole: 'htx.members', parts: ['htx.members_rural_households'], all: false },
  { whole: 'htx.managers_trained', parts: ['htx.managers_degree', 'htx.managers_vocational'], all: false },
  { whole: 'lh.count', parts: ['lh.hitech'], all: false },
  { whole: 'tht.count', parts: ['tht.hitech'], all: false },
  { whole: 'tht.count', parts: ['tht.registered'], all: false },
  { whole: 'tht.members', parts: ['tht.members_rural_households'], all: false },
  { whole: 'staff.count', parts: ['staff.degree', 'staff.vocational'], all: false },
];

/** Active and ceased make the total; a part is no more than its whole. */
export function wholes(figures: Figures): Condition[] {
  const ratios = [...figures.catalogue.indicators.values()].flatMap(({ aggregation }) =>
    aggregation.how === 'ratio' ? [{ whole: aggregation.denominator, parts: [aggregation.numerator], all: false }] : [],
  );
  return [...known, ...ratios].flatMap(({ whole, parts, all }) =>
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
