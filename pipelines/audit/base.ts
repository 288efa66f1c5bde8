import { minus, type Rational } from '../../schemas/rational';
import type { PrintedCell } from './cell';
import type { Values } from './check';
import type { Figures } from './figures';
import { hundred, plus, product, quotient } from './span';

/** What a line says that its figure is compared with: the year before, or the plan. */
export type Against = 'previous' | 'plan';
export const sides: readonly Against[] = ['previous', 'plan'];

/** The base that a comparison implies, by its amount where that is printed, else by its percentage; and the way back. */
export interface Base {
  readonly actual: PrintedCell;
  readonly stated: PrintedCell;
  readonly value: (of: Values) => Rational;
  readonly statedFor: (of: Values, base: Rational) => Rational;
  readonly actualFor: (of: Values, base: Rational) => Rational;
}

/** The base of an actual figure; null where no comparison is printed. */
export function baseOf(actual: PrintedCell, against: Against, figures: Figures): Base | null {
  const change = figures.beside(actual, against === 'plan' ? 'plan_change' : 'change');
  if (change !== undefined)
    return {
      actual,
      stated: change,
      value: (of) => minus(of(actual), of(change)),
      statedFor: (of, base) => minus(of(actual), base),
      actualFor: (of, base) => plus(base, of(change)),
    };
  const percent = figures.beside(actual, against === 'plan' ? 'plan_percent' : 'percent');
  if (percent === undefined) return null;
  return {
    actual,
    stated: percent,
    value: (of) => quotient(product(of(actual), hundred), of(percent)),
    statedFor: (of, base) => quotient(product(of(actual), hundred), base),
    actualFor: (of, base) => quotient(product(base, of(percent)), hundred),
  };
}
