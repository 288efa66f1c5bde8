import { rules } from '../../../config/thresholds';
import type { RuleCell } from '../cell';
import type { Condition } from '../condition';
import { abs } from '../condition';

/** A way in which a wrong number comes about, and what the right one would then be. */
export interface Slip {
  readonly kind: 'unit' | 'separator' | 'swapped' | 'lost' | 'doubled' | 'sign' | 'copied' | 'left out' | 'included';
  /** Null where the slip says nothing of it. */
  readonly value: bigint | null;
  /** The other cell that it came from. */
  readonly from: RuleCell | null;
  /** What would hit a cell by chance only if it were as small: the right value, or the other cell's; in quanta. */
  readonly size: bigint;
  /** log2 of how many slips of this kind there could have been. */
  readonly options: number;
}

/** What the number may have been meant to be; `near`: the figures that it may have been copied from. */
export function slipsOf(cell: RuleCell, conditions: readonly Condition[], near: readonly RuleCell[]): Slip[] {
  const copied = near
    .filter(({ value }) => value === cell.value && value !== 0n)
    .map((from): Slip => ({ kind: 'copied', value: null, from, size: significant(from), options: 2 }));
  return [...written(cell), ...inSums(cell, conditions), ...copied].filter(({ value }) => value !== cell.value);
}

/** How much a slip says for itself (log2 of odds), if the right value is known to so much. */
export function explains({ kind, size, options }: Slip, step: bigint, width: bigint): number {
  const known = kind === 'copied' || step > width ? step : width;
  const bits = (size / known).toString(2).length - options;
  return Math.max(0, Math.min(rules.mostExplained, bits) - (kind === 'included' ? rules.included : 0));
}

function written(cell: RuleCell): Slip[] {
  const { value, step } = cell;
  const size = abs(value);
  const digits = (size / step).toString();
  const sign = value < 0n ? -1n : 1n;
  const slip = (kind: Slip['kind'], to: bigint): Slip => ({ kind, value: sign * to, from: null, size: to, options: 1 });
  const slips: Slip[] = [];
  for (const [power, kind] of shifts) {
    slips.push(slip(kind, size * power));
    if (size % power === 0n && (!cell.counted || (size / power) % cell.unit.worth === 0n))
      slips.push(slip(kind, size / power));
  }
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [one = '', two = ''] = [digits[at], digits[at + 1]];
    const [before, after] = [digits.slice(0, at), digits.slice(at + 2)];
    if (one === two) slips.push(slip('doubled', BigInt(before + one + after) * step));
    else slips.push(slip('swapped', BigInt(before + two + one + after) * step));
  }
  for (let at = 0; at <= digits.length; at += 1)
    for (let digit = 0; digit <= 9; digit += 1)
      slips.push(slip('lost', BigInt(`${digits.slice(0, at)}${digit}${digits.slice(at)}`) * step));
  if (cell.signed) slips.push({ ...slip('sign', size), value: -value });
  return slips;
}

const shifts: readonly (readonly [bigint, Slip['kind']])[] = [
  [10n, 'separator'],
  [100n, 'separator'],
  [1_000n, 'unit'],
  [1_000_000n, 'unit'],
];

/** A total that leaves one of its parts out or counts one twice; a part that its neighbour is counted in. */
function inSums(cell: RuleCell, conditions: readonly Condition[]): Slip[] {
  return conditions.flatMap(({ equation, rule, cells }): Slip[] => {
    if (equation === null || rule !== 'sum.sectors') return [];
    const [total, ...parts] = cells;
    return parts.flatMap((from): Slip[] => {
      if (from === cell || from.value === 0n) return [];
      const by = { from, size: significant(from), options: 2 };
      const less: Slip = { kind: 'included', value: cell.value - from.value, ...by };
      return cell === total ? [{ kind: 'left out', value: cell.value + from.value, ...by }, less] : [less];
    });
  });
}

/** Without the zeros at the end, which are hit easily. */
function significant({ value, step }: RuleCell): bigint {
  return BigInt((abs(value) / step).toString().replace(/0+$/, '') || '0') * step;
}
