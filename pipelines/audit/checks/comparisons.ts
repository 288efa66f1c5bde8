import { minus } from '../../../schemas/rational';
import type { PrintedCell } from '../cell';
import type { Check } from '../check';
import type { Figures } from '../figures';
import { hundred, product, quotient } from '../span';
import { printed } from './printed';

/** Amounts of change and percentages of the base against each other: percent = actual ÷ (actual − change) × 100. */
export function comparisons(figures: Figures): Check[] {
  return figures
    .actuals()
    .flatMap((actual) => [
      ...comparison(figures.beside(actual, 'percent'), figures.beside(actual, 'change'), actual),
      ...comparison(figures.beside(actual, 'plan_percent'), figures.beside(actual, 'plan_change'), actual),
    ]);
}

function comparison(percent: PrintedCell | undefined, change: PrintedCell | undefined, actual: PrintedCell): Check[] {
  if (percent === undefined || change === undefined) return [];
  return [
    {
      kind: 'wrong',
      words: `${printed(actual)} ÷ (${printed(actual)} − ${printed(change)}) × 100`,
      terms: [
        {
          cell: percent,
          is: 'equal',
          solve: (of) => quotient(product(of(actual), hundred), minus(of(actual), of(change))),
        },
        {
          cell: change,
          is: 'equal',
          solve: (of) => minus(of(actual), quotient(product(of(actual), hundred), of(percent))),
        },
        {
          cell: actual,
          is: 'equal',
          solve: (of) => quotient(product(of(change), of(percent)), minus(of(percent), hundred)),
        },
      ],
    },
  ];
}
