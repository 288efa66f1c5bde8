import type { RuleCell } from './cell';

/** Σ factor × value ≤ `atMost`. */
export interface Limit {
  readonly terms: readonly Term[];
  readonly atMost: bigint;
}

export interface Term {
  readonly cell: RuleCell;
  readonly factor: bigint;
}

/** One thing that the figures of a report must satisfy: a rule with its cells put in. */
export interface Condition {
  /** `sum.sectors`: the rule that it comes from. */
  readonly rule: string;
  /** All of them hold if it does. */
  readonly limits: readonly Limit[];
  /** With nothing rounded, Σ factor × value = 0; null where no equation stands behind it. */
  readonly equation: readonly Term[] | null;
  /** A percentage that follows from the other cells, and how it is then printed. It is in no limit of this condition. */
  readonly derived: { readonly cell: RuleCell; readonly value: bigint } | null;
  /** The first is the one that a reader looks at first. */
  readonly cells: readonly [RuleCell, ...RuleCell[]];
  /** What does not fit, in Vietnamese with the numbers put in. */
  readonly words: string;
}

/** Values that cells would have if they were changed. */
export type Change = ReadonlyMap<RuleCell, bigint>;

/** Whether the condition holds, with the cells as they are or as changed. */
export function holds({ limits }: Condition, change: Change = new Map()): boolean {
  return limits.every(({ terms, atMost }) => {
    let sum = 0n;
    for (const { cell, factor } of terms) sum += factor * (change.get(cell) ?? cell.value);
    return sum <= atMost;
  });
}

/**
 * Σ terms = 0, to the digits printed: each figure may be off by half of its last digit, or by nearly all of it where digits
 * are cut instead of rounded. What is counted one by one fits exactly.
 */
export function equality(terms: readonly Term[]): readonly Limit[] {
  const slack = (sign: bigint) => {
    let rounded = 0n;
    let cut = 0n;
    for (const { cell, factor } of terms) {
      if (cell.counted) continue;
      const width = abs(factor) * cell.step;
      rounded += width;
      if (factor * sign < 0n) cut += width;
    }
    return rounded / 2n > cut ? rounded / 2n : cut;
  };
  const back = terms.map(({ cell, factor }) => ({ cell, factor: -factor }));
  return [
    { terms, atMost: slack(1n) },
    { terms: back, atMost: slack(-1n) },
  ];
}

/** Σ terms ≤ 0, to the digits printed. */
export function inequality(terms: readonly Term[]): Limit {
  const widths = terms.map(({ cell, factor }) => (cell.counted ? 0n : abs(factor) * cell.step));
  return { terms, atMost: widths.reduce((sum, width) => sum + width, 0n) };
}

export const abs = (value: bigint) => (value < 0n ? -value : value);
