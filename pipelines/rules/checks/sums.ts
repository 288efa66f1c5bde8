import { shown } from '../cell';
import { type Condition, equality, inequality, type Term } from '../condition';
import type { Figures } from '../figures';
import { totalOf } from '../percentage';
import { amountOf, partName } from '../words';
import { families } from './parts';

/** A total is the sum of its sectors, at every level of the tree; where a sector was not reported, at least the sum of the others. */
export function sums(figures: Figures): Condition[] {
  return families(figures).map(({ total, parts, complete }): Condition => {
    const of: readonly Term[] = parts.map((cell) => ({ cell, factor: 1n }));
    const terms = [...of, { cell: total, factor: -1n }];
    const sum = shown(totalOf(of), total.unit);
    return {
      rule: 'sum.sectors',
      limits: complete ? equality(terms) : [inequality(terms)],
      equation: complete ? terms : null,
      derived: null,
      cells: [total, ...parts],
      words: `${partName(total, figures.catalogue)} ghi ${amountOf(total)}, mà ${parts.length} lĩnh vực cộng lại là ${sum}`,
    };
  });
}
