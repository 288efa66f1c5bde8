import { rational } from '../../../schemas/rational';
import type { Check } from '../check';
import type { Figures } from '../figures';
import { hundred } from '../span';

/** No figure but an average is below zero, and no share above 100%. */
export function limits(figures: Figures): Check[] {
  return figures.actuals().flatMap((cell): Check[] => [
    ...(cell.indicator.kind === 'average'
      ? []
      : [{ ...wrong, words: 'không thể âm', terms: [{ cell, is: 'at least' as const, solve: () => zero }] as const }]),
    ...(cell.unit.dimension === 'percent'
      ? [
          {
            ...wrong,
            words: 'không thể quá 100%',
            terms: [{ cell, is: 'at most' as const, solve: () => hundred }] as const,
          },
        ]
      : []),
  ]);
}

const wrong = { kind: 'wrong' } as const;
const zero = rational('0');
