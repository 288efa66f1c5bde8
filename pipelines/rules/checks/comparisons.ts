import { lastDay, yearBefore } from '../../../schemas/period';
import { type RuleCell, shown } from '../cell';
import { type Condition, equality } from '../condition';
import type { Figures } from '../figures';
import { amountOf, partName } from '../words';
import { agreeing, term } from './percentages';

/** A stated change and percentage against the year before: with each other, and with what the province said then. */
export function comparisons(figures: Figures): Condition[] {
  return figures.actuals().flatMap((now) => {
    const change = figures.beside(now, 'change');
    const percent = figures.beside(now, 'percent');
    const before = comparable(now, figures);
    const found: Condition[] = [];
    if (change && before) {
      const terms = [term(now), term(before, -1n), term(change, -1n)];
      found.push({
        rule: 'change.differs',
        limits: equality(terms),
        equation: terms,
        derived: null,
        cells: [change, now, before],
        words: `${partName(change, figures.catalogue)} ghi ${amountOf(change)}, mà ${amountOf(now)} − ${amountOf(before)} là ${shown(now.value - before.value, now.unit)}`,
      });
    }
    if (percent && now.indicator.aggregation.how !== 'ratio' && (change || before))
      found.push(...agreeing('percent.differs', percent, basesOf(now, change, before), figures));
    return found;
  });
}

/** People write 103,3% as well as a growth of 3,3%. */
function basesOf(now: RuleCell, change: RuleCell | undefined, before: RuleCell | null) {
  const base = before ? [term(before)] : [term(now), ...(change ? [term(change, -1n)] : [])];
  const words = before
    ? `${amountOf(now)} trên ${amountOf(before)}`
    : `${amountOf(now)}, tăng, giảm ${change && amountOf(change)},`;
  const growth = [term(now), ...base.map(({ cell, factor }) => term(cell, -factor))];
  return [
    { of: [term(now)], base, words },
    { of: change && !before ? [term(change)] : growth, base, words: `mức tăng, giảm của ${words}` },
  ];
}

/**
 * What the province had said of the same period of the year before: for a year's end there is only one such day; within a
 * year nobody knows which of two days a report compares a stock with.
 */
function comparable(now: RuleCell, figures: Figures): RuleCell | null {
  const period = yearBefore(figures.report.period);
  if (period === null || (now.indicator.kind === 'stock' && !lastDay(period).endsWith('12-31'))) return null;
  return figures.before(now, period)?.cell ?? null;
}
