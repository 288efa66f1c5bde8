import { rules } from '../../../config/thresholds';
import type { IndicatorCode } from '../../../schemas/codes';
import { isTerm } from '../../../schemas/period';
import type { RuleCell } from '../cell';
import { type Condition, inequality, type Term } from '../condition';
import type { Figures } from '../figures';
import { amountOf, nameOf } from '../words';
import { term } from './percentages';

/**
 * What was founded within a year is still there at its end, but for what was dissolved; and hardly ever is more dissolved than
 * is left. A term of years may see both, and so may a handful.
 */
export function flowSizes(figures: Figures): Condition[] {
  if (isTerm(figures.report.period)) return [];
  return figures.actuals().flatMap((left): Condition[] => {
    const [kind, what] = left.indicator.code.split('.');
    if (what !== 'count') return [];
    const founded = figures.get(`${kind}.new` as IndicatorCode, left.sector);
    const dissolved = figures.get(`${kind}.dissolved` as IndicatorCode, left.sector);
    const none = dissolved === undefined ? [] : [dissolved];
    const found: Condition[] = [];
    if (founded) found.push(exceeding(founded, [left, ...none], figures));
    if (dissolved && dissolved.value >= rules.history.fewest * dissolved.unit.worth)
      found.push(exceeding(dissolved, [left], figures));
    return found;
  });
}

/** The figure is no more than the others together. */
function exceeding(cell: RuleCell, others: readonly [RuleCell, ...RuleCell[]], { catalogue }: Figures): Condition {
  const terms: readonly Term[] = [term(cell), ...others.map((other) => term(other, -1n))];
  const names = others.map((other) => `${nameOf(other, catalogue)} (${amountOf(other)})`).join(' và ');
  return {
    rule: 'flow.exceeds',
    limits: [inequality(terms)],
    equation: null,
    derived: null,
    cells: [cell, ...others],
    words: `${nameOf(cell, catalogue)} (${amountOf(cell)}) nhiều hơn ${names}${others.length > 1 ? ' cộng lại' : ''}`,
  };
}
