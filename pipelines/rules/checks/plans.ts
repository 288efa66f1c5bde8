import { rules } from '../../../config/thresholds';
import { lastDay } from '../../../schemas/period';
import { type RuleCell, shown } from '../cell';
import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf, partName } from '../words';
import { term } from './percentages';

/**
 * A plan is of the size of its figure: what stands at a day is near it all year, and what adds up does not pass it a hundred
 * times, nor stay at a hundredth of it when the year is over. Small numbers do that. Where a line gives no plan, the stated
 * percentage says what it is.
 */
export function plans(figures: Figures): Condition[] {
  const isOver = lastDay(figures.report.period).endsWith('12-31');
  return figures.actuals().flatMap((actual): Condition[] => {
    const [plan, percent] = [figures.beside(actual, 'plan'), figures.beside(actual, 'plan_percent')];
    const isStock = actual.indicator.kind === 'stock';
    const size = { factor: isStock ? rules.plan.stock : rules.plan.other, hasLeast: isStock || isOver };
    if (actual.value <= 0n) return [];
    if (plan) return besidePlan(actual, plan, size, figures);
    return percent ? byPercent(actual, percent, size, figures) : [];
  });
}

/** A figure is at most so many times its plan, and, where it has a least, at least such a part of it. */
interface Size {
  readonly factor: bigint;
  readonly hasLeast: boolean;
}

function besidePlan(actual: RuleCell, plan: RuleCell, { factor, hasLeast }: Size, figures: Figures): Condition[] {
  if (plan.value <= 0n) return [];
  const larger = plan.value > actual.value ? plan : actual;
  if (isSmall(actual, larger.value)) return [];
  const above = { terms: [term(actual), term(plan, -factor)], atMost: 0n };
  const below = { terms: [term(plan), term(actual, -factor)], atMost: 0n };
  return [
    {
      rule: 'plan.implausible',
      limits: hasLeast ? [above, below] : [above],
      equation: null,
      derived: null,
      cells: [plan, actual],
      words: `${partName(plan, figures.catalogue)} ghi ${amountOf(plan)}, mà thực hiện ${amountOf(actual)}, ${larger === plan ? 'chưa bằng' : 'hơn'} ${larger === plan ? `1/${factor}` : `${factor} lần`} kế hoạch`,
    },
  ];
}

/** One with a sign says how far above or below the plan the figure is; of 0% nobody knows whether it says anything. */
function byPercent(actual: RuleCell, percent: RuleCell, { factor, hasLeast }: Size, figures: Figures): Condition[] {
  const hundred = 100n * percent.unit.worth;
  const whole = percent.value < 0n || percent.raw.trim().startsWith('+') ? hundred : 0n;
  const reached = whole + percent.value;
  if (percent.value === 0n || reached <= 0n) return [];
  const plan = (actual.value * hundred) / reached;
  const isLarger = plan > actual.value;
  if (isSmall(actual, isLarger ? plan : actual.value)) return [];
  const above = { terms: [term(percent)], atMost: factor * hundred - whole };
  const below = { terms: [term(percent, -1n)], atMost: whole - hundred / factor };
  const tenth = actual.unit.worth / 10n;
  return [
    {
      rule: 'plan.implausible',
      limits: hasLeast ? [above, below] : [above],
      equation: null,
      derived: null,
      cells: [percent],
      words: `${partName(percent, figures.catalogue)} ghi ${amountOf(percent)}, như thế kế hoạch vào khoảng ${shown((plan / tenth) * tenth, actual.unit)}, ${isLarger ? `hơn ${factor} lần` : `chưa bằng 1/${factor}`} thực hiện ${amountOf(actual)}`,
    },
  ];
}

const isSmall = ({ counted, unit }: RuleCell, larger: bigint) => counted && larger < rules.history.fewest * unit.worth;
