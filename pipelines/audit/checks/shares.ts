import type { Check } from '../check';
import type { Figures } from '../figures';
import { hundred, product, quotient } from '../span';
import { printed } from './printed';

/** Ratios against the counts that they come from: share = numerator ÷ denominator × 100. */
export function shares(figures: Figures): Check[] {
  return figures.actuals().flatMap((share): Check[] => {
    const { aggregation } = share.indicator;
    if (aggregation.how !== 'ratio') return [];
    const part = figures.get(aggregation.numerator, share.sector, 'actual');
    const whole = figures.get(aggregation.denominator, share.sector, 'actual');
    if (part === undefined || whole === undefined) return [];
    return [
      {
        kind: 'wrong',
        words: `${printed(part)} ÷ ${printed(whole)} × 100`,
        terms: [
          { cell: share, is: 'equal', solve: (of) => quotient(product(of(part), hundred), of(whole)) },
          { cell: part, is: 'equal', solve: (of) => quotient(product(of(share), of(whole)), hundred) },
          { cell: whole, is: 'equal', solve: (of) => quotient(product(of(part), hundred), of(share)) },
        ],
      },
    ];
  });
}
