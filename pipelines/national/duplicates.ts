import type { Catalogue } from '../../schemas/catalogue';
import { IndicatorCode, type SectorCode } from '../../schemas/codes';
import type { Period } from '../../schemas/period';
import type { RegisterRow } from '../../schemas/register';
import { amountOf, labourOf } from '../register/indicators';
import { type Group, groupOf, kinds } from '../register/kinds';
import { countedOnce, said } from '../register/same-rows';
import { Tally } from '../register/tally';
import type { Instead } from './asked';

/** A row of a register, with the id of the cooperative that it is. */
type Listed = RegisterRow & { readonly cooperative: string };

/** A register, and the one that took its place. */
export interface Replaced {
  readonly submission: string;
  readonly period: Period;
  readonly before: readonly Listed[];
  readonly after: readonly Listed[];
  /** Cooperatives that other registers of the period list, before and after. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * The figures that a register would have given without the rows that the one in its place left out as duplicates: those of
 * a cooperative that is still listed. Where the rows do not make a figure (its `was`) any more, it stays as it is.
 */
export function withoutDuplicates({ submission, period, ...rows }: Replaced, catalogue: Catalogue): Instead[] {
  const before = countedOnce(rows.before);
  const removed = new Set(removedOf(before, countedOnce(rows.after), rows.elsewhere));
  if (removed.size === 0) return [];
  const without = new Map(
    figuresOf(
      before.filter((row) => !removed.has(row)),
      period,
      catalogue,
    ).map((figure) => [keyOf(figure), figure.amount]),
  );
  return figuresOf(before, period, catalogue)
    .map(({ code, sector, amount: was }) => ({
      ...{ submission, code, sector, was },
      value_base: without.get(keyOf({ code, sector })) ?? null,
    }))
    .filter(({ was, value_base }) => was !== value_base);
}

/** Of a cooperative that stands there less often now the rows that nothing like them is left of; of one left out only where others list it. */
function removedOf(before: readonly Listed[], after: readonly Listed[], elsewhere: ReadonlySet<string>): Listed[] {
  const left = byCooperative(after);
  return [...byCooperative(before)].flatMap(([cooperative, rows]) => {
    const still = left.get(cooperative) ?? [];
    if (still.length === 0 && !elsewhere.has(cooperative)) return [];
    const alike = new Set(still.map(said));
    const [same, other] = [rows.filter((row) => alike.has(said(row))), rows.filter((row) => !alike.has(said(row)))];
    return [...same, ...other].slice(still.length);
  });
}

function byCooperative(rows: readonly Listed[]): Map<string, Listed[]> {
  const all = new Map<string, Listed[]>();
  for (const row of rows) {
    const own = all.get(row.cooperative);
    if (own) own.push(row);
    else all.set(row.cooperative, [row]);
  }
  return all;
}

interface Figure {
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  /** In the base unit. */
  readonly amount: string;
}
const keyOf = ({ code, sector }: Pick<Figure, 'code' | 'sector'>) => `${code} ${sector}`;

function figuresOf(rows: readonly RegisterRow[], period: Period, catalogue: Catalogue): Figure[] {
  return (Object.keys(kinds) as Group[]).flatMap((group) => {
    const tally = new Tally(kinds[group], period, catalogue);
    for (const row of rows) if (row.type !== null && groupOf[row.type] === group) tally.add(row);
    return kinds[group].flatMap((kind) => {
      const indicator = catalogue.indicators.get(IndicatorCode.parse(`${group}.${kind.name}`));
      return (indicator?.sectors ?? []).flatMap((sector): Figure[] => {
        const told = tally.of(kind, sector);
        if (!indicator || told?.missing !== 0) return [];
        const made = amountOf(indicator, kind, told, labourOf(group, tally, sector));
        return made === null ? [] : [{ code: indicator.code, sector, amount: made.amount.inBase() }];
      });
    });
  });
}
