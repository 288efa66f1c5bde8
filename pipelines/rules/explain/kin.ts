import { rules } from '../../../config/thresholds';
import type { IndicatorCode } from '../../../schemas/codes';
import type { RuleCell } from '../cell';
import type { Figures } from '../figures';
import { likelier } from './past';

/** What a figure should be by its kin, as log10 in quanta, and how far it may be off. */
interface Expected {
  readonly log: number;
  readonly spread: number;
}

/**
 * How much likelier another count of a sector is by its kin (log2 of odds, within bounds): as many for each cooperative, member
 * or worker of the sector as in the report's other sectors. However many of these there are, they are one witness.
 */
export function kin(figures: Figures): (cell: RuleCell, value: bigint) => number {
  const known = new Map<RuleCell, readonly Expected[]>();
  return (cell, value) => {
    let expected = known.get(cell);
    if (expected === undefined) {
      expected = expectedOf(cell, figures);
      known.set(cell, expected);
    }
    if (expected.length === 0 || value <= 0n || cell.value <= 0n) return 0;
    const bits = expected.map(({ log, spread }) => {
      const off = (of: bigint) => (Math.log10(Number(of)) - log) / spread;
      return likelier(off(value), off(cell.value), rules.mostOfKin);
    });
    return bits.reduce((sum, each) => sum + each, 0) / bits.length;
  };
}

function expectedOf(cell: RuleCell, figures: Figures): readonly Expected[] {
  const { role, indicator, sector, counted } = cell;
  if (role !== 'actual' || !counted || sector === 'all') return [];
  const [kind] = indicator.code.split('.');
  const others = figures
    .actuals()
    .filter((each) => each.indicator === indicator && !['all', sector].includes(each.sector));
  return ['count', 'members', 'labour'].flatMap((what): Expected[] => {
    const code = `${kind}.${what}` as IndicatorCode;
    const own = code === indicator.code ? undefined : figures.get(code, sector);
    const each = others.flatMap((other) => ratio(other, figures.get(code, other.sector)) ?? []).sort((a, b) => a - b);
    if (own === undefined || own.value <= 0n || each.length < rules.fewestOfKin) return [];
    const at = (part: number) => each[Math.round(part * (each.length - 1))] as number;
    const spread = Math.max((at(0.75) - at(0.25)) / 1.349, rules.leastSpreadOfKin);
    return [{ log: at(0.5) + Math.log10(Number(own.value)), spread }];
  });
}

const ratio = (cell: RuleCell, by: RuleCell | undefined) =>
  by === undefined || cell.value <= 0n || by.value <= 0n ? null : Math.log10(Number(cell.value) / Number(by.value));
