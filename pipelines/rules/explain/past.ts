import { evidence, rules } from '../../../config/thresholds';
import type { RuleCell } from '../cell';
import type { Figures } from '../figures';

/**
 * How much likelier another value of a figure is by what its province said before (log2 of odds, within bounds): of two cells
 * one of which is wrong it is the one that is far from where it was. Of what happens within a year the last says nothing.
 */
export function past(figures: Figures): (cell: RuleCell, value: bigint) => number {
  return (cell, value) => {
    const isSteady = cell.role === 'actual' && cell.indicator.kind !== 'flow';
    const before = isSteady ? figures.usually(cell) : null;
    if (before === null || before.cell.value === 0n || value === 0n || cell.value === 0n) return 0;
    const [then, now] = [value, cell.value].map((each) => likely(each, before.cell.value)) as [number, number];
    const bits = Math.max(0, Math.min(rules.mostOfPast, Math.abs(then - now) - rules.leastOfPast));
    return then < now ? -bits : bits;
  };
}

/** Student's distribution of the growth, with three degrees: a tenfold one happens. Likelihoods need not be exact. */
function likely(value: bigint, before: bigint): number {
  const off = Math.log10(Math.abs(Number(value) / Number(before))) / evidence.spread.history;
  return -2 * Math.log2(1 + off ** 2 / 3);
}
