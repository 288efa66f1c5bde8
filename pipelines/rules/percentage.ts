import type { RuleCell } from './cell';
import { abs, type Limit, type Term } from './condition';

/** In which a percentage is kept: 1% as a whole number. */
const percent = 1_000_000_000n;

/**
 * That `of` ÷ `base` × 100 is the printed percentage, rounded or cut to its digits, whatever digits of the two were rounded
 * away. The base is above zero.
 */
export function percentage(printed: RuleCell, of: readonly Term[], base: readonly Term[]): readonly Limit[] {
  const low = printed.value - printed.step / (printed.value < 0n ? 1n : 2n);
  const high = printed.value + printed.step / (printed.value < 0n ? 2n : 1n);
  const over = [...scaled(of, 100n * percent), ...scaled(base, -high)];
  const under = [...scaled(of, -100n * percent), ...scaled(base, low)];
  return [
    { terms: merged(over), atMost: slack(over) },
    { terms: merged(under), atMost: slack(under) },
  ];
}

/** The percentage as it would be printed with so many digits; null where the base is nothing. */
export function printedPercentage(printed: RuleCell, of: readonly Term[], base: readonly Term[]): bigint | null {
  const [above, below] = [totalOf(of), totalOf(base)];
  if (below <= 0n) return null;
  const twice = (abs(above) * 100n * percent * 2n) / (below * printed.step);
  const rounded = ((twice + 1n) / 2n) * printed.step;
  return above < 0n ? -rounded : rounded;
}

export const totalOf = (terms: readonly Term[]) =>
  terms.reduce((sum, { cell, factor }) => sum + factor * cell.value, 0n);

const scaled = (terms: readonly Term[], by: bigint) => terms.map(({ cell, factor }) => ({ cell, factor: factor * by }));

const slack = (terms: readonly Term[]) =>
  terms.reduce((sum, { cell, factor }) => sum + (cell.counted ? 0n : (abs(factor) * cell.step) / 2n), 0n);

/** A cell that is both above and below the line has one factor. */
function merged(terms: readonly Term[]): Term[] {
  const factors = new Map<RuleCell, bigint>();
  for (const { cell, factor } of terms) factors.set(cell, (factors.get(cell) ?? 0n) + factor);
  return [...factors].map(([cell, factor]) => ({ cell, factor }));
}
