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
    const off = (of: bigint) => Math.log10(Math.abs(Number(of) / Number(before.cell.value))) / evidence.spread.history;
    return likelier(off(value), off(cell.value), rules.mostOfPast);
  };
}

/**
 * How much likelier the one is than the other (log2 of odds, at most so much either way), so many spreads off what was expected:
 * Student's distribution with three degrees, for a tenfold growth happens. Likelihoods need not be exact.
 */
export function likelier(then: number, now: number, most: number): number {
  const likely = (off: number) => -2 * Math.log2(1 + off ** 2 / 3);
  const bits = Math.max(0, Math.min(most, Math.abs(likely(then) - likely(now)) - rules.leastOfPast));
  return likely(then) < likely(now) ? -bits : bits;
}
