import { zero } from '../../schemas/decimal';
import type { Rational } from '../../schemas/rational';
import type { PrintedCell } from './cell';
import { exactly, image, overlap, type Span } from './span';

/**
 * Something that the figures of a table must satisfy. Its terms stand in the order in which they are blamed where nothing
 * else decides: the derived figure first.
 */
export interface Check {
  readonly kind: 'wrong' | 'sum' | 'flow';
  readonly terms: readonly [Term, ...Term[]];
  /** What the first term is reckoned by, in Vietnamese with the printed numbers put in. */
  readonly words: string;
}

/** A cell in a check, and what the check's other cells say that it is, at most or at least. */
export interface Term {
  readonly cell: PrintedCell;
  readonly is: 'equal' | 'at most' | 'at least';
  /** What is shown of it, where the check leaves more than one value. */
  readonly show?: (of: Values) => Rational;
  /** Rises or falls steadily in each of the others. */
  readonly solve: (of: Values) => Rational;
}

/** The value of a cell of the check. */
export type Values = (cell: PrintedCell) => Rational;

/** What a cell is taken to be: all that its print can stand for, and the value that is reckoned with. */
export interface Belief {
  readonly span: Span;
  readonly value: Rational;
}

/** What a cell may be taken to be, the likeliest first. */
export type Beliefs = (cell: PrintedCell) => readonly [Belief, ...Belief[]];

/** What the others, each as first believed, leave for a term; null where they say nothing. */
export function implied(check: Check, term: Term, beliefs: Beliefs): Span | null {
  return impliedBy(
    check.terms.map(({ cell }) => beliefs(cell)[0]),
    term,
    check,
  );
}

/** The one value that a term has by the values of the others; null where that is a quotient by zero. */
export function reckoned(term: Term, beliefs: Beliefs): Rational | null {
  const value = (term.show ?? term.solve)((cell) => beliefs(cell)[0].value);
  return value.den.eq(zero) ? null : value;
}

/** Whether any values that the cells may be taken to have satisfy the check; so it is also where it says nothing. */
export function holds(check: Check, beliefs: Beliefs): boolean {
  const ways = check.terms.reduce<Belief[][]>(
    (before, { cell }) => before.flatMap((way) => beliefs(cell).map((belief) => [...way, belief])),
    [[]],
  );
  return ways.some((way) => {
    // One term tells as much as another; but where the base is zero, the percentage tells nothing.
    for (const [index, term] of check.terms.entries()) {
      const span = impliedBy(way, term, check);
      if (span !== null) return overlap(span, (way[index] as Belief).span) !== null;
    }
    return true;
  });
}

function impliedBy(way: readonly Belief[], term: Term, { terms }: Check): Span | null {
  // Its own value is not asked for: one is as good as another.
  const spans = way.map(({ span, value }, index) => (terms[index] === term ? exactly(value) : span));
  const cells = terms.map(({ cell }) => cell);
  const all = image(spans, (values) => term.solve((cell) => values[cells.indexOf(cell)] as Rational));
  if (all === null || term.is === 'equal') return all;
  return term.is === 'at most' ? { low: null, high: all.high } : { low: all.low, high: null };
}
