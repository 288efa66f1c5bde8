import { rational } from '../../../schemas/rational';
import { type Base, baseOf, sides } from '../base';
import type { PrintedCell } from '../cell';
import type { Check, Term } from '../check';
import type { Figures } from '../figures';
import { hundred, product, quotient } from '../span';
import { printed } from './printed';
import { partsAndWholes } from './wholes';

/** The bases that comparisons imply: a ratio's against those of its counts, and no base below zero or above its whole. */
export function bases(figures: Figures): Check[] {
  return sides.flatMap((against) => {
    const base = (cell: PrintedCell | undefined) => cell && baseOf(cell, against, figures);
    const single = figures.actuals().flatMap((actual) => {
      const own = base(actual);
      if (!own) return [];
      const { aggregation } = actual.indicator;
      if (aggregation.how !== 'ratio') return limits(own);
      const part = base(figures.get(aggregation.numerator, actual.sector, 'actual'));
      const whole = base(figures.get(aggregation.denominator, actual.sector, 'actual'));
      return [...limits(own), ...(part && whole ? [ratio(own, part, whole)] : [])];
    });
    const parted = partsAndWholes(figures).flatMap((each) => {
      const [part, whole] = [base(each.part), base(each.whole)];
      return part && whole ? [within(part, whole)] : [];
    });
    return [...single, ...parted];
  });
}

const zero = rational('0');
const words = ({ actual, stated }: Base) =>
  stated.column === 'change' || stated.column === 'plan_change'
    ? `${printed(actual)} − ${printed(stated)}`
    : `${printed(actual)} ÷ ${printed(stated)} × 100`;

function limits(base: Base): Check[] {
  const { kind, unit } = base.actual.indicator;
  return [
    ...(kind === 'average' ? [] : [notNegative(base)]),
    ...(unit.dimension === 'percent' ? [notAbove100(base)] : []),
  ];
}

/** Where it is, the base itself may be printed for the change, which then is what seemed to be the base. */
function notNegative(base: Base): Check {
  return {
    kind: 'wrong',
    words: `${words(base)} không thể âm (có lẽ ô này ghi số gốc thay cho mức tăng, giảm)`,
    terms: [
      { cell: base.stated, is: 'at most', solve: (of) => base.statedFor(of, zero), show: base.value },
      { cell: base.actual, is: 'at least', solve: (of) => base.actualFor(of, zero) },
    ],
  };
}

function notAbove100(base: Base): Check {
  return {
    kind: 'wrong',
    words: `${words(base)} không thể quá 100%`,
    terms: [
      { cell: base.stated, is: 'at least', solve: (of) => base.statedFor(of, hundred) },
      { cell: base.actual, is: 'at most', solve: (of) => base.actualFor(of, hundred) },
    ],
  };
}

/** The base of a ratio is the ratio of the bases. */
function ratio(own: Base, part: Base, whole: Base): Check {
  const equal = (cell: PrintedCell, solve: Term['solve']): Term => ({ cell, is: 'equal', solve });
  const ofRatio: Term['solve'] = (of) => quotient(product(part.value(of), hundred), whole.value(of));
  const ofPart: Term['solve'] = (of) => quotient(product(own.value(of), whole.value(of)), hundred);
  const ofWhole: Term['solve'] = (of) => quotient(product(part.value(of), hundred), own.value(of));
  return {
    kind: 'wrong',
    words: `${printed(own.actual)} so với số gốc (${words(part)}) ÷ (${words(whole)}) × 100`,
    terms: [
      equal(own.stated, (of) => own.statedFor(of, ofRatio(of))),
      equal(part.stated, (of) => part.statedFor(of, ofPart(of))),
      equal(whole.stated, (of) => whole.statedFor(of, ofWhole(of))),
      equal(own.actual, (of) => own.actualFor(of, ofRatio(of))),
      equal(part.actual, (of) => part.actualFor(of, ofPart(of))),
      equal(whole.actual, (of) => whole.actualFor(of, ofWhole(of))),
    ],
  };
}

function within(part: Base, whole: Base): Check {
  return {
    kind: 'wrong',
    words: `${words(part)} của ${part.actual.indicator.code} không thể quá ${words(whole)} của ${whole.actual.indicator.code}`,
    terms: [
      { cell: part.stated, is: 'at least', solve: (of) => part.statedFor(of, whole.value(of)) },
      { cell: whole.stated, is: 'at most', solve: (of) => whole.statedFor(of, part.value(of)) },
      { cell: part.actual, is: 'at most', solve: (of) => part.actualFor(of, whole.value(of)) },
      { cell: whole.actual, is: 'at least', solve: (of) => whole.actualFor(of, part.value(of)) },
    ],
  };
}
