import type { Decimal } from '../../schemas/decimal';
import { rational, times } from '../../schemas/rational';
import type { PrintedCell } from './cell';
import { type Belief, type Check, holds, implied, reckoned } from './check';
import { image, overlap } from './span';

/** What the cells are taken to be: at first what is printed in them, rounded. */
export class Believed {
  readonly #said = new Map<PrintedCell, [Belief, ...Belief[]]>();
  readonly #refined = new Map<PrintedCell, Belief>();

  /** `shares`: the checks of ratios against their counts. */
  constructor(private readonly shares: readonly Check[]) {}

  /** With the shares as their counts say them. */
  readonly of = (cell: PrintedCell): [Belief, ...Belief[]] => {
    const refined = this.#refined.get(cell);
    return refined === undefined ? this.coarse(cell) : [refined];
  };

  /** Without: then a share does not speak for counts that it is refined by. */
  readonly coarse = (cell: PrintedCell): [Belief, ...Belief[]] =>
    this.#said.get(cell) ?? [{ span: cell.rounded, value: rational(cell.value) }];

  /** It may as well be that. */
  also(cell: PrintedCell, belief: Belief): void {
    this.#say(cell, [...this.of(cell), belief]);
  }

  /** It may as well be so many times what is printed, for its unit is doubted. */
  alsoTimes(cell: PrintedCell, factor: Decimal): void {
    const value = rational(cell.value.times(factor));
    this.also(cell, { span: image([cell.rounded], ([one = value]) => times(one, factor)) ?? cell.rounded, value });
  }

  /** It is rather that. */
  rather(cell: PrintedCell, belief: Belief): void {
    this.#say(cell, [belief, ...this.of(cell)]);
  }

  #say(cell: PrintedCell, beliefs: [Belief, ...Belief[]]): void {
    this.#said.set(cell, beliefs);
    this.#refined.delete(cell);
  }

  /** A share that agrees with its counts is known by them to more digits than are printed. */
  refine(): void {
    for (const check of this.shares) {
      const [share] = check.terms;
      if (this.#said.has(share.cell)) continue;
      this.#refined.delete(share.cell);
      const [span, value] = [implied(check, share, this.of), reckoned(share, this.of)];
      const both = span && overlap(span, share.cell.rounded);
      if (holds(check, this.of) && both && value) this.#refined.set(share.cell, { span: both, value });
    }
  }
}
