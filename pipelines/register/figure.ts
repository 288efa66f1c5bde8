import type { Catalogue, WrittenUnit } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { decimal } from '../../schemas/decimal';
import { type Dimension, Quantity, type Unit } from '../../schemas/quantity';
import { type FigureColumn, measured } from '../../schemas/register';
import { excerpt } from '../../schemas/text';
import { readAmount } from '../normalise/amount';
import type { Notation } from '../normalise/number';
import type { Said } from './doubts';
import { type Column, fits } from './header';
import { isSized, type Sizes } from './sizes';

/** A figure in a cell: every amount that it can mean, nothing, or why it says none. */
export type WrittenFigure<D extends Dimension> =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'figure';
      readonly candidates: readonly Candidate<D>[];
      /** The one amount of which there is nothing to settle or to say; of nearly all cells no more is asked. */
      readonly sure: Quantity<D> | null;
      readonly unit: Unit<D>;
      /** The unit stands in the cell, and not over the column. */
      readonly ownUnit: boolean;
      readonly approximate: boolean;
      /** An income of which neither cell nor header says over what time it is; taken for a year's. */
      readonly timeless: boolean;
    }
  | { readonly kind: 'doubt'; readonly doubt: Said };

/** A way to read a figure. */
export interface Candidate<D extends Dimension = Dimension> {
  readonly amount: Quantity<D>;
  readonly notation: Notation | null;
  /** No cooperative of any group would be doubted for it. */
  readonly usual: boolean;
}

const none = { kind: 'none' } as const;
const twelve = decimal('12');
const one = decimal('1');

/** Reads a cell of a column of numbers, in the cell's own unit or else the column's. */
export function readFigure<Role extends FigureColumn>(
  cell: Pick<Cell, 'text' | 'literal'>,
  column: Column,
  role: Role,
  sizes: Sizes,
  catalogue: Catalogue,
): WrittenFigure<(typeof measured)[Role]> {
  const dimension = measured[role];
  const refused = (rule: string, said: Said['said'], says: (it: string, column: string, count: number) => string) => ({
    kind: 'doubt' as const,
    doubt: {
      rule,
      nature: 'held' as const,
      said,
      says: (it: string, count: number) => says(it, `cột "${excerpt(column.header.text)}"`, count),
    },
  });
  const amount = readAmount(cell, catalogue);
  if (amount.kind === 'none') return none;
  if (amount.kind === 'unreadable')
    return refused(
      'number.unreadable',
      'each',
      (it, name) => `Không đọc được số ${it} ở ${name}; hãy ghi lại bằng chữ số, ví dụ 1.056.714. Ô này chưa được nạp.`,
    );
  if (amount.kind === 'unknown_unit')
    return refused(
      'unit.unknown',
      'each',
      (it, name) => `Không biết đơn vị "${excerpt(amount.unitText)}" của số ${it} ở ${name}. Ô này chưa được nạp.`,
    );
  const written = amount.unit ?? column.unit;
  if (written === null && dimension !== 'count')
    return refused(
      'unit.missing',
      'once',
      (cells, name, count) =>
        `Không biết đơn vị tính của ${name} (triệu đồng hay tỷ đồng?): ${count} số không ghi đơn vị, ví dụ ${cells}, đều chưa được nạp. Hãy ghi đơn vị vào tiêu đề cột.`,
    );
  if (amount.unit !== null && !fits(role, amount.unit))
    return refused(
      'unit.mismatch',
      'each',
      (it, name) =>
        `Đơn vị "${excerpt(amount.unitText ?? '')}" của số ${it} không hợp với ${name}. Ô này chưa được nạp.`,
    );
  const per = written?.per ?? column.per;
  const unit = unitOf(written, role === 'labour_income' && per === 'month', dimension);
  const read = amount.readings.map(({ value, notation }) => ({
    amount: Quantity.of(value, unit),
    notation,
    usual: !isSized(role) || sizes.surelyUsual(role, value.e + unit.factor.e),
  }));
  // Half a person does not exist, so a reading that makes one is none.
  const candidates = dimension === 'count' ? read.filter((each) => each.amount.isWhole()) : read;
  if (candidates.length === 0)
    return refused(
      'number.not_whole',
      'each',
      (it, name) => `Số ${it} ở ${name} phải là số nguyên. Ô này chưa được nạp.`,
    );
  if (role !== 'profit' && candidates.some((each) => each.amount.isNegative()))
    return refused(
      'number.negative',
      'each',
      (it, name) => `Số ${it} ở ${name} không thể là số âm. Ô này chưa được nạp.`,
    );
  const timeless = role === 'labour_income' && per === null;
  const { approximate } = amount;
  const [only, other] = candidates;
  const sure = only?.usual && other === undefined && !approximate && !timeless ? only.amount : null;
  // Not spread together from parts: objects made so are read five times as slowly.
  return { kind: 'figure', candidates, sure, unit, ownUnit: amount.unit !== null, approximate, timeless };
}

/** The written unit in the column's own dimension; a month's income is a twelfth of the year's. */
function unitOf<D extends Dimension>(written: WrittenUnit | null, monthly: boolean, dimension: D): Unit<D> {
  const { name, factor } = written?.unit ?? { name: 'người', factor: one };
  return { name, dimension, factor: monthly ? factor.times(twelve) : factor };
}
