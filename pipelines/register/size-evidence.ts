import type { Decimal } from '../../schemas/decimal';
import type { Quantity, Unit } from '../../schemas/quantity';
import type { RegisterColumn } from '../../schemas/register';
import type { Notation } from '../normalise/number';
import type { Spoken } from './evidence';
import type { Candidate } from './figure';
import type { Group } from './kinds';
import { type SizedColumn, type Sizes, sizedColumns } from './sizes';

/** A row's amount in a column of money, in every way that it can be read. */
export interface SizedRow {
  readonly group: Group;
  readonly candidates: readonly Candidate[];
  readonly unit: Unit;
  readonly ownUnit: boolean;
}

/** A column of which the middle amount is of a size that none has: what it has to be multiplied by, and what shows it. */
export interface UnitSlip {
  readonly slip: Decimal;
  readonly group: Group;
  readonly rows: number;
  readonly middle: Quantity;
  readonly unit: Unit;
}

/**
 * The notation in which nine in ten of the numbers that read two ways are what a cooperative may have, where no more than
 * half of them are in the other.
 */
export function notationBySize(role: SizedColumn, rows: readonly SizedRow[], sizes: Sizes): Notation | null {
  const open = rows.filter(({ group, candidates }) =>
    candidates.every(({ amount }) => candidates.length > 1 && sizes.fits(role, group, amount) !== null),
  );
  const fitting = (notation: Notation) =>
    open.filter(({ group, candidates }) =>
      candidates.some((each) => each.notation === notation && sizes.fits(role, group, each.amount)),
    ).length;
  const [vi, en] = [fitting('vi'), fitting('en')];
  const beats = (one: number, other: number) => one * 10 >= open.length * 9 && other * 2 <= open.length;
  if (open.length === 0 || beats(vi, en) === beats(en, vi)) return null;
  return vi > en ? 'vi' : 'en';
}

/** Of fewer amounts than these the middle one says nothing of the column: each is doubted by itself. */
const fewest = 5;

/** The columns of money whose unit cannot be meant, by the amounts that are counted in it. */
export function unitSlips(
  rowsOf: (role: SizedColumn) => readonly SizedRow[],
  notations: ReadonlyMap<RegisterColumn, Spoken>,
  { sizes }: { readonly sizes: Sizes },
): ReadonlyMap<SizedColumn, UnitSlip> {
  const slips = new Map<SizedColumn, UnitSlip>();
  for (const role of sizedColumns) {
    const notation = notations.get(role)?.notation;
    const rows = rowsOf(role).flatMap(({ group, candidates, unit, ownUnit }) => {
      const [only, other] = candidates;
      const chosen = other === undefined ? only : candidates.find((each) => each.notation === notation);
      return ownUnit || chosen === undefined || chosen.amount.isZero()
        ? []
        : { group, unit, size: chosen.amount.abs() };
    });
    for (const group of ['tht', 'lh', 'htx'] as const) {
      const own = rows.filter((row) => row.group === group).sort((a, b) => a.size.compare(b.size));
      const middle = own[Math.floor(own.length / 2)];
      const slip = own.length < fewest || !middle ? null : sizes.slip(role, group, middle.size, 'middle');
      if (middle && slip !== null)
        slips.set(role, { slip, group, rows: own.length, middle: middle.size, unit: middle.unit });
    }
  }
  return slips;
}
