import { type Decimal, decimal, zero } from '../../schemas/decimal';
import { minus, type Rational, rational } from '../../schemas/rational';

/** All values between two ends; an end that is open is no value itself, null is no end. */
export interface Span {
  readonly low: End | null;
  readonly high: End | null;
}

interface End {
  readonly value: Rational;
  readonly open: boolean;
}

/** What becomes of single values; a quotient by zero has the denominator 0, and what is made of it too. */
export type Formula = (values: readonly Rational[]) => Rational;

export const hundred = rational('100');

export const exactly = (value: Rational): Span => ({ low: { value, open: false }, high: { value, open: false } });

/** What is printed as `value` when a number is rounded half away from zero to a multiple of `step`. */
export function roundedTo(value: Decimal, step: Decimal): Span {
  const half = step.div(decimal('2'));
  return between(value.minus(half), value.gt(zero), value.plus(half), value.lt(zero));
}

/** What is printed as `value` when the digits after the last one are cut off. */
export function cutTo(value: Decimal, step: Decimal): Span {
  const low = value.gt(zero) ? value : value.minus(step);
  const high = value.lt(zero) ? value : value.plus(step);
  return between(low, value.gt(zero), high, value.lt(zero));
}

function between(low: Decimal, lowIn: boolean, high: Decimal, highIn: boolean): Span {
  return { low: { value: rational(low), open: !lowIn }, high: { value: rational(high), open: !highIn } };
}

export const plus = (a: Rational, b: Rational): Rational => minus(a, { num: b.num.neg(), den: b.den });
export const product = (a: Rational, b: Rational): Rational => ({ num: a.num.times(b.num), den: a.den.times(b.den) });
export const quotient = (a: Rational, b: Rational): Rational => ({ num: a.num.times(b.den), den: a.den.times(b.num) });

function compare(a: Rational, b: Rational): number {
  const order = a.num.times(b.den).cmp(b.num.times(a.den));
  return a.den.lt(zero) === b.den.lt(zero) ? order : -order;
}

/** The values that lie in both, or null where there are none. */
export function overlap(a: Span, b: Span): Span | null {
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  if (low === null || high === null) return { low, high };
  const order = compare(low.value, high.value);
  return order < 0 || (order === 0 && !low.open && !high.open) ? { low, high } : null;
}

function tighter(a: End | null, b: End | null, side: 1 | -1): End | null {
  if (a === null || b === null) return a ?? b;
  const order = compare(a.value, b.value) * side;
  if (order === 0) return a.open ? a : b;
  return order > 0 ? a : b;
}

/** All values of the span with something added to them. */
export function moved({ low, high }: Span, by: Rational): Span {
  const move = (end: End | null) => end && { ...end, value: plus(end.value, by) };
  return { low: move(low), high: move(high) };
}

/** Whether the first is less wide; one without an end is the widest. */
export function isNarrower(a: Span, b: Span): boolean {
  if (a.low === null || a.high === null) return false;
  if (b.low === null || b.high === null) return true;
  return compare(minus(a.high.value, a.low.value), minus(b.high.value, b.low.value)) < 0;
}

/**
 * What a formula that rises or falls steadily in each value makes of all values in the spans: its ends lie in the corners.
 * Null where a span has no end, or where the formula divides by something that can be zero.
 */
export function image(spans: readonly Span[], formula: Formula): Span | null {
  const corners = cornersOf(spans);
  let [low, high]: [End | null, End | null] = [null, null];
  let sign: boolean | null = null;
  for (const corner of corners ?? []) {
    const value = formula(corner.map((end) => end.value));
    // The sign of what was divided by stands in the denominator: if it changes from corner to corner, there is a zero between.
    if (value.den.eq(zero) || (sign !== null && sign !== value.den.lt(zero))) return null;
    sign = value.den.lt(zero);
    const end = { value, open: corner.some(({ open }) => open) };
    low = outer(low, end, 1);
    high = outer(high, end, -1);
  }
  return low && { low, high };
}

/** The farther out of two ends; of equal ones that which is a value itself. */
function outer(before: End | null, end: End, side: 1 | -1): End {
  if (before === null) return end;
  const order = compare(end.value, before.value) * side;
  if (order === 0) return before.open ? end : before;
  return order < 0 ? end : before;
}

function cornersOf(spans: readonly Span[]): readonly (readonly End[])[] | null {
  let corners: (readonly End[])[] = [[]];
  for (const { low, high } of spans) {
    if (low === null || high === null) return null;
    const ends = compare(low.value, high.value) === 0 ? [low] : [low, high];
    corners = corners.flatMap((corner) => ends.map((end) => [...corner, end]));
  }
  return corners;
}
