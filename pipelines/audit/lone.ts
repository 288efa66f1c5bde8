import { decimal } from '../../schemas/decimal';
import { type Rational, rational } from '../../schemas/rational';
import { isPercentage, type PrintedCell } from './cell';
import { type Beliefs, type Check, implied, reckoned, type Term } from './check';
import type { Explained, Kind } from './fault';
import { exactly, hundred, moved, overlap, plus, type Span } from './span';

/** A term with what the others make of it. */
interface Reckoned {
  readonly term: Term;
  readonly span: Span;
  readonly value: Rational;
}

/**
 * The cell that a failing check is put on: one whose sign or decimal mark is wrong, if that explains it;
 * else the first in order, which is the derived one, that is not blamed already.
 */
export function lone(check: Check, beliefs: Beliefs, isBlamed: (cell: PrintedCell) => boolean): Explained {
  const terms = check.terms.flatMap((term): Reckoned[] => {
    const [span, value] = [implied(check, term, beliefs), reckoned(term, beliefs)];
    return span && value ? [{ term, span, value }] : [];
  });
  const [derived] = terms;
  if (derived === undefined) throw new Error('a check that says nothing cannot fail');
  const kind = kindOf(derived, check);
  if (kind === 'growth' && derived.term.is !== 'equal')
    return explained({ ...derived, value: plus(rational(derived.term.cell.value), hundred) }, kind, check, null);
  if (kind !== 'wrong') return explained(derived, kind, check, null);
  const shifted = check.kind === 'wrong' ? terms.find(isShifted) : undefined;
  const chosen = shifted ?? terms.find(({ term }) => !isBlamed(term.cell)) ?? derived;
  const other =
    shifted === undefined ? terms.find(({ term }) => term.is === 'equal' && term !== chosen.term) : undefined;
  const otherwise = other === undefined ? null : { cell: other.term.cell, value: other.value };
  return explained(chosen, check.kind, check, otherwise);
}

function explained(
  { term: { cell }, span, value }: Reckoned,
  kind: Kind,
  check: Check,
  otherwise: Explained['fault']['otherwise'],
): Explained {
  return { fault: { cell, kind, recomputed: value, checks: [check], otherwise }, span };
}

/** Growth for a percentage of the base, or digits that were cut and not rounded: what explains the derived figure. */
function kindOf({ term: { cell, is }, span }: Reckoned, { kind }: Check): 'growth' | 'cut' | 'wrong' {
  if (kind !== 'wrong') return 'wrong';
  const growth = isPercentage(cell.column) ? [cell.rounded, cell.cut] : [];
  if (growth.some((each) => overlap(moved(each, hundred), span) !== null)) return 'growth';
  return is === 'equal' && overlap(cell.cut, span) !== null ? 'cut' : 'wrong';
}

const shifts = ['-1', '1e1', '1e-1', '1e2', '1e-2', '1e3', '1e-3', '1e6', '1e-6'].map(decimal);

function isShifted({ term: { cell, is }, span }: Reckoned): boolean {
  if (is !== 'equal' || cell.value.eq('0')) return false;
  return shifts.some((factor) => overlap(exactly(rational(cell.value.times(factor))), span) !== null);
}
