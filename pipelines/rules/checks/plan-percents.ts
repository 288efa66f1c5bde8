import type { Condition } from '../condition';
import type { Figures } from '../figures';
import { amountOf } from '../words';
import { agreeing, term } from './percentages';

/** A stated percentage of the plan against the figure and the plan of its line; how far above or below the plan, where it has a sign. */
export function planPercents(figures: Figures): Condition[] {
  return figures.actuals().flatMap((actual) => {
    const [percent, plan] = [figures.beside(actual, 'plan_percent'), figures.beside(actual, 'plan')];
    if (percent === undefined || plan === undefined) return [];
    const base = [term(plan)];
    const words = `${amountOf(actual)} trên ${amountOf(plan)}`;
    const growth = { of: [term(actual), term(plan, -1n)], base, words: `mức tăng, giảm của ${words}` };
    return agreeing('plan.differs', percent, [{ of: [term(actual)], base, words }, growth], figures);
  });
}
