import { isPercentage, type PrintedCell } from './cell';
import { type Beliefs, type Check, implied, reckoned, type Term } from './check';
import type { Explained } from './fault';
import { isNarrower, overlap, type Span } from './span';

/** One value of a cell that would satisfy several failing checks at once. */
interface Cause {
  readonly cell: PrintedCell;
  readonly span: Span;
  readonly mended: readonly [Mended, ...Mended[]];
  /** How many checks that hold now would fail. */
  readonly broken: number;
}

interface Mended {
  readonly check: Check;
  readonly term: Term;
  readonly span: Span;
}

/**
 * The cell that explains most of the failing checks, if to change it, and one more for every check that then fails, is to
 * change fewer cells than one for each check; null where no cell does that is not blamed already.
 */
export function commonCause(
  failing: readonly Check[],
  checks: readonly Check[],
  beliefs: Beliefs,
  isBlamed: (cell: PrintedCell) => boolean,
): Explained | null {
  const blamable = failing.flatMap(({ terms }) => terms.map(({ cell }) => cell));
  const cells = new Set(blamable.filter((cell, index) => blamable.indexOf(cell) !== index && !isBlamed(cell)));
  const simplest = [...cells]
    .flatMap((cell) => causesIn(cell, failing, checks, beliefs))
    .filter(({ mended, broken }) => 1 + broken < mended.length)
    .sort((a, b) => gain(b) - gain(a) || rank(a.cell) - rank(b.cell))[0];
  if (simplest === undefined) return null;
  const { cell, span, mended } = simplest;
  const [sharpest] = [...mended].sort((a, b) => (isNarrower(a.span, b.span) ? -1 : 1));
  const recomputed = sharpest && reckoned(sharpest.term, beliefs);
  if (!recomputed) return null;
  const isTotal = mended.some(({ check }) => check.kind === 'sum' && check.terms[0].cell === cell);
  const [first, ...rest] = mended.map(({ check }) => check);
  if (first === undefined) return null;
  return {
    fault: { cell, kind: isTotal ? 'sum' : 'wrong', recomputed, checks: [first, ...rest], otherwise: null },
    span,
  };
}

const gain = ({ mended, broken }: Cause) => mended.length - broken;

/** Derived figures before those that they are derived from. */
function rank({ column, indicator }: PrintedCell): number {
  if (isPercentage(column)) return 0;
  if (column !== 'actual') return 1;
  return indicator.aggregation.how === 'ratio' ? 2 : 3;
}

/** Beginning with each failing check, as many others as one value can satisfy too. */
function causesIn(cell: PrintedCell, failing: readonly Check[], checks: readonly Check[], beliefs: Beliefs): Cause[] {
  const spans = checks.flatMap((check): Mended[] => {
    const term = check.terms.find((each) => each.cell === cell);
    const span = term && implied(check, term, beliefs);
    return term && span ? [{ check, term, span }] : [];
  });
  const open = spans.filter(({ check }) => failing.includes(check));
  const others = spans.filter(({ check }) => !failing.includes(check));
  return open.map((first): Cause => {
    let span = first.span;
    const mended: [Mended, ...Mended[]] = [first];
    for (const each of open) {
      const both = each === first ? null : overlap(span, each.span);
      if (both !== null) {
        span = both;
        mended.push(each);
      }
    }
    let broken = 0;
    for (const each of others) {
      const both = overlap(span, each.span);
      if (both === null) broken += 1;
      else span = both;
    }
    return { cell, span, mended, broken };
  });
}
