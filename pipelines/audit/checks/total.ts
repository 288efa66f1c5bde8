import { minus } from '../../../schemas/rational';
import type { PrintedCell } from '../cell';
import type { Check, Values } from '../check';
import { plus } from '../span';
import { printed } from './printed';

export type Parts = readonly [PrintedCell, ...PrintedCell[]];

/** A total against its parts: equal to their sum, or at least that where some are missing. */
export function totalOf(total: PrintedCell, parts: Parts, is: 'equal' | 'at least'): Check {
  const [first, ...rest] = parts;
  const sum = (of: Values) => rest.reduce((before, part) => plus(before, of(part)), of(first));
  return {
    kind: 'sum',
    words: parts.map(printed).join(' + '),
    terms: [
      { cell: total, is, solve: sum },
      ...parts.map((part) => ({
        cell: part,
        is: is === 'equal' ? is : ('at most' as const),
        solve: (of: Values) => minus(plus(of(total), of(part)), sum(of)),
      })),
    ],
  };
}
