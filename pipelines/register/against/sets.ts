import type { Decimal } from '../../../schemas/decimal';
import { agrees, type Figure, type Parts, plus } from './figure';
import { areApart, type Element } from './pool';

/** Of so many elements, the most evident, sets of two and of three are tried. */
const tried = { 2: 400, 3: 60 } as const;

/** More sets than this that fit explain nothing. */
const mostSets = 200;

/** The smallest sets of up to three elements that close the gap of a figure; none where too many do. */
export function closingSets(figure: Figure, base: Parts, elements: readonly Element[]): readonly Element[][] {
  const changing = elements.flatMap((element) => {
    const parts = element.effects.get(figure);
    return parts === undefined ? [] : [{ element, parts }];
  });
  const single = changing.filter(({ parts }) => agrees(figure, plus(base, parts))).map(({ element }) => [element]);
  // Means do not add up; they are closed by what closes a sum, or by one cooperative.
  if (single.length > 0 || base.by !== null) return single;
  const low = figure.stated.minus(base.sum).minus(figure.lastDigit);
  const high = low.plus(figure.lastDigit).plus(figure.lastDigit);
  for (const size of [2, 3] as const) {
    const summands = changing
      .slice(0, tried[size])
      .map(({ element, parts }) => ({ element, sum: parts.sum }))
      .sort((a, b) => a.sum.cmp(b.sum));
    const found: Element[][] = [];
    for (const set of between(summands, size, 0, low, high)) {
      if (areApart(set)) found.push(set);
      if (found.length > mostSets) return [];
    }
    if (found.length > 0) return found;
  }
  return [];
}

interface Summand {
  readonly element: Element;
  readonly sum: Decimal;
}

/** The sets of that size, from that summand on, whose sum lies between the two. The summands are in order. */
function* between(
  summands: readonly Summand[],
  size: number,
  start: number,
  low: Decimal,
  high: Decimal,
): Generator<Element[]> {
  if (size === 1) {
    for (let at = firstAbove(summands, start, low); summands[at]?.sum.lt(high); at += 1)
      yield [(summands[at] as Summand).element];
    return;
  }
  for (let at = start; at <= summands.length - size; at += 1) {
    const { element, sum } = summands[at] as Summand;
    for (const rest of between(summands, size - 1, at + 1, low.minus(sum), high.minus(sum))) yield [element, ...rest];
  }
}

function firstAbove(summands: readonly Summand[], start: number, low: Decimal): number {
  let [from, to] = [start, summands.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (summands[middle]?.sum.gt(low)) to = middle;
    else from = middle + 1;
  }
  return from;
}
