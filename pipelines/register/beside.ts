import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import { fold } from '../../schemas/text';
import { type Header, isRegisterHeader } from './header';

/** What stands in a register's table without being a cooperative; null: a row that may be one. */
export type Beside = 'blank' | 'header' | 'numbering' | 'total' | 'heading' | null;

/**
 * A page's header, the numbers of the columns, a total, a heading or signature. `numbered`: the rows above had numbers, so
 * one without that says nothing of what a cooperative is, only a name and what stands in columns of figures, is none.
 */
export function besideOf(
  cells: readonly Cell[],
  header: Pick<Header, 'columns'>,
  numbered: boolean,
  catalogue: Catalogue,
): Beside {
  const { columns } = header;
  // Asked of each row, so the filled cells are looked up one by one, and never gathered.
  const first = cells.findIndex(isFilled);
  if (first === -1) return 'blank';
  const name = cells[columns.get('name')?.index ?? 0]?.text ?? '';
  const number = cells[columns.get('number')?.index ?? cells.length];
  const hasNumber = isNumbered(cells, header);
  if (!hasNumber && catalogue.register.columnOf(name) === 'name' && isRegisterHeader(cells, catalogue)) return 'header';
  if (/^\s*\S{1,4}\s*$/.test(name) && cells.every((cell) => !isFilled(cell) || isColumnNumber(cell)))
    return 'numbering';
  if (isTotal(cells, first)) {
    const taxCode = cells[columns.get('tax_code')?.index ?? cells.length];
    return taxCode && isFilled(taxCode) ? null : 'total';
  }
  // Where rows are numbered, one without a number that has nothing but its name heads others, or stands below all.
  const bare =
    number !== undefined &&
    !hasNumber &&
    cells.every((cell) => cell === number || cell.text === name || !isFilled(cell));
  return bare || (numbered && !hasNumber && !says(cells, header)) ? 'heading' : null;
}

/** A row of which neither the name nor any of its figures, marks or words could be read: a date or name below the table. */
export function saysNothing(row: RegisterRow): boolean {
  if (row.name !== '') return false;
  const { at: _, district: _d, commune: _c, type: _t, unreadable: _u, sector, name: _n, ...fields } = row;
  return sector === null && Object.values(fields).every((field) => field === null || field === false);
}

/** Whether the row bears a number of the list. */
export function isNumbered(cells: readonly Cell[], { columns }: Pick<Header, 'columns'>): boolean {
  const number = cells[columns.get('number')?.index ?? cells.length];
  return number !== undefined && isNumber(number);
}

const identifying = ['tax_code', 'type', 'sector', 'district', 'commune', 'founded_on', 'status'] as const;

/** Whether it says what, where or since when something is. */
const says = (cells: readonly Cell[], { columns }: Pick<Header, 'columns'>) =>
  identifying.some((role) => {
    const cell = cells[columns.get(role)?.index ?? cells.length];
    return cell !== undefined && isFilled(cell);
  });

const isFilled = ({ text }: Cell) => text.trim() !== '';
const isNumber = ({ text }: Cell) => /^\s*\d+[.)]?\s*$/.test(text);
const isColumnNumber = ({ text }: Cell) => /^[([]?(\d{1,2}|[A-Z])[)\]]?$/.test(text.trim());

/** By its first filled cell, or by the next where the first is its number. */
function isTotal(cells: readonly Cell[], first: number): boolean {
  const cell = cells[first] as Cell;
  if (!isNumber(cell)) return isSum(cell.text);
  const second = cells.find((each, index) => index > first && isFilled(each));
  return second !== undefined && isSum(second.text);
}

/** `Tổng cộng`, `Cộng huyện Lục Ngạn`, `Tổng số HTX: 412`; `Tổng hợp Tân Hưng` and `Cộng Hòa` are names. */
const isSum = (text: string) =>
  /^\s*[tTcC]/.test(text) &&
  /^(tong|cong|tong cong|tong so)( (htx|hop tac xa|tht|lhhtx|huyen|xa|thi xa|thanh pho|quan|toan|trang|\d).*)?$/.test(
    fold(text),
  );
