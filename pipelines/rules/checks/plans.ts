import { rules } from '../../../config/thresholds';
import { lastDay } from '../../../schemas/period';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf, partName } from '../words';
import { term } from './percentages';

/**
 * A plan is of the size of its figure: what stands at a day is near it all year, and what adds up does not pass it a hundred
 * times, nor stay at a hundredth of it when the year is over. Small numbers do that.
 */
export function plans(figures: Figures): Condition[] {
  const isOver = lastDay(figures.report.period).endsWith('12-31');
  return figures.actuals().flatMap((actual): Condition[] => {
    const plan = figures.beside(actual, 'plan');
    if (plan === undefined || plan.value <= 0n || actual.value <= 0n) return [];
    const larger = plan.value > actual.value ? plan : actual;
    if (actual.counted && larger.value < rules.history.fewest * larger.unit.worth) return [];
    const isStock = actual.indicator.kind === 'stock';
    const factor = isStock ? rules.plan.stock : rules.plan.other;
    const above = { terms: [term(actual), term(plan, -factor)], atMost: 0n };
    const below = { terms: [term(plan), term(actual, -factor)], atMost: 0n };
    return [
      {
        rule: 'plan.implausible',
        limits: isStock || isOver ? [above, below] : [above],
        equation: null,
        derived: null,
        cells: [plan, actual],
        words: `${partName(plan, figures.catalogue)} ghi ${amountOf(plan)}, mà thực hiện ${amountOf(actual)}, ${larger === plan ? 'chưa bằng' : 'hơn'} ${larger === plan ? `1/${factor}` : `${factor} lần`} kế hoạch`,
      },
    ];
  });
}
