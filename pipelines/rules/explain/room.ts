import type { RuleCell } from '../cell';
import type { Change, Condition, Limit } from '../condition';

/** Between what a cell may lie; null where nothing bounds it. Each end is a quotient with a denominator above zero. */
export interface Room {
  readonly low: Quotient | null;
  readonly high: Quotient | null;
}

interface Quotient {
  readonly of: bigint;
  readonly by: bigint;
}

/** Factors of the cells that may change, in their order, and what their sum is at most. */
interface Row {
  readonly factors: readonly bigint[];
  readonly atMost: bigint;
}

/**
 * What the conditions leave for the first of the cells, if all of them may change and everything else stays (Fourier and
 * Motzkin's elimination, exact); null where nothing is left. `set` holds values that are already chosen.
 */
export function roomFor(
  cells: readonly RuleCell[],
  conditions: readonly Condition[],
  set: Change = new Map(),
): Room | null {
  let rows = [...limitsOn(cells, conditions).map((limit) => rowOf(limit, cells, set)), ...positive(cells)];
  for (let at = cells.length - 1; at > 0; at -= 1) rows = without(at, rows);
  let low: Quotient | null = null;
  let high: Quotient | null = null;
  for (const { factors, atMost } of rows) {
    const [factor = 0n] = factors;
    if (factor === 0n && atMost < 0n) return null;
    if (factor > 0n && (high === null || atMost * high.by < high.of * factor)) high = { of: atMost, by: factor };
    if (factor < 0n && (low === null || -atMost * low.by > low.of * -factor)) low = { of: -atMost, by: -factor };
  }
  return low !== null && high !== null && low.of * high.by > high.of * low.by ? null : { low, high };
}

export function isIn({ low, high }: Room, value: bigint): boolean {
  return (low === null || low.of <= value * low.by) && (high === null || value * high.by <= high.of);
}

/** How far its ends lie apart; null where it is open. */
export function widthOf({ low, high }: Room): bigint | null {
  return low === null || high === null ? null : floor(high.of, high.by) - floor(low.of, low.by);
}

/** How many values of that step lie in it; null where it is open, and at least none. */
export function valuesIn({ low, high }: Room, step: bigint): { first: bigint; count: bigint } | null {
  if (low === null || high === null) return null;
  const first = -floor(-low.of, low.by * step);
  return { first: first * step, count: floor(high.of, high.by * step) - first + 1n };
}

/** A percentage that is worked out from the others is right whatever they are: it may be anything. */
function limitsOn(cells: readonly RuleCell[], conditions: readonly Condition[]): Limit[] {
  return conditions.flatMap(({ limits, derived }) => (derived && cells.includes(derived.cell) ? [] : limits));
}

function rowOf({ terms, atMost }: Limit, cells: readonly RuleCell[], set: Change): Row {
  const factors = cells.map(() => 0n);
  let rest = atMost;
  for (const { cell, factor } of terms) {
    const at = cells.indexOf(cell);
    if (at >= 0) factors[at] = (factors[at] ?? 0n) + factor;
    else rest -= factor * (set.get(cell) ?? cell.value);
  }
  return { factors, atMost: rest };
}

const positive = (cells: readonly RuleCell[]): Row[] =>
  cells.flatMap((cell, at) =>
    cell.signed ? [] : [{ factors: cells.map((_, of) => (of === at ? -1n : 0n)), atMost: 0n }],
  );

/** The rows that follow from these and do not speak of one of the cells. */
function without(at: number, rows: readonly Row[]): Row[] {
  const factorOf = ({ factors }: Row) => factors[at] ?? 0n;
  const above = rows.filter((row) => factorOf(row) > 0n);
  const below = rows.filter((row) => factorOf(row) < 0n);
  const joined = above.flatMap((one) =>
    below.map((other) => {
      const [mine, its] = [-factorOf(other), factorOf(one)];
      return {
        factors: one.factors.map((factor, index) => factor * mine + (other.factors[index] ?? 0n) * its),
        atMost: one.atMost * mine + other.atMost * its,
      };
    }),
  );
  return [...rows.filter((row) => factorOf(row) === 0n), ...joined];
}

function floor(of: bigint, by: bigint): bigint {
  return of / by - (of % by < 0n ? 1n : 0n);
}
