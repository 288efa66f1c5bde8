import type { Rational } from '../../schemas/rational';
import type { PrintedCell } from './cell';
import type { Check } from './check';
import type { Span } from './span';

export type Kind = 'wrong' | 'cut' | 'growth' | 'sum' | 'unit' | 'flow';

/** A cell that disagrees. */
export interface Fault {
  readonly cell: PrintedCell;
  readonly kind: Kind;
  /** In base units. */
  readonly recomputed: Rational;
  /** What it disagrees with: one check, or several that one value of this cell would satisfy. */
  readonly checks: readonly [Check, ...Check[]];
  /** Of a contradiction that nothing decides: what another of its cells must be if this one is right. */
  readonly otherwise: { readonly cell: PrintedCell; readonly value: Rational } | null;
}

/** A fault with all values that would mend it. */
export interface Explained {
  readonly fault: Fault;
  readonly span: Span;
}
