import type { Catalogue } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { RegisterRow } from '../../schemas/register';
import { type Header, isRegisterHeader, printedAs } from './header';
import { namesGroup } from './headings';
import { beginsAsTotal, namesTotal } from './total-row';

/** What stands in a register's table without being a cooperative; null: a row that may be one. */
export type Beside = 'blank' | 'page' | 'header' | 'numbering' | 'total' | 'heading' | null;

/**
 * A page's header (a row of one that has several: `page`), the numbers of the columns, a total, a heading or signature. `numbered`: the rows above had numbers, so
 * one without that says nothing of what a cooperative is, only a name and what stands in columns of figures, is none.
 */
export function besideOf(
  cells: readonly Cell[],
  header: Pick<Header, 'columns' | 'printed' | 'width'>,
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
  if (header.printed.size > 0 && !hasNumber && [...printedAs([cells])].some((row) => header.printed.has(row)))
    return 'page';
  if (!hasNumber && catalogue.register.columnOf(name) === 'name' && isRegisterHeader(cells, catalogue)) return 'header';
  if (/^\s*\S{1,4}\s*$/.test(name) && isNumbering(cells, header)) return 'numbering';
  if (isTotal(cells, first)) {
    const taxCode = cells[columns.get('tax_code')?.index ?? cells.length];
    return taxCode && isFilled(taxCode) ? null : 'total';
  }
  // Where rows are numbered, one without a number that has nothing but its name heads others, or stands below all.
  const bare =
    number !== undefined &&
    !hasNumber &&
    cells.every((cell) => cell === number || cell.text === name || !isFilled(cell));
  // `I` is no number of a cooperative, though figures may stand beside it.
  const heads = number !== undefined && /^\s*([IVX]+|[A-H])[.)]?\s*$/.test(number.text);
  const subtotal = beginsAsTotal(name) && hasIdentity(header);
  return bare || ((numbered || heads || subtotal) && !hasNumber && !says(cells, header)) ? 'heading' : null;
}

/** Whether a row with a number may head those below it: its name is a group's, and it says of nothing what, where or since when it is. */
export function mayHead(cells: readonly Cell[], header: Pick<Header, 'columns'>, catalogue: Catalogue): boolean {
  const { columns } = header;
  if (!isNumbered(cells, header) || says(cells, header) || !hasIdentity(header)) return false;
  return namesGroup(cells[columns.get('name')?.index ?? 0]?.text ?? '', catalogue);
}

/** Whether a row is numbered within the one above it: `1.1` or `-` below `1`, or `1` again below `2`. */
export function isNumberedWithin(
  cells: readonly Cell[],
  above: readonly Cell[],
  { columns }: Pick<Header, 'columns'>,
): boolean {
  const [own = '', outer = ''] = [cells, above].map((row) =>
    row[columns.get('number')?.index ?? row.length]?.text.trim(),
  );
  const isPart = own.startsWith(`${outer.replace(/[.)]$/, '')}.`) && /\.\d/.test(own);
  return isPart || /^(0?1[.)]?|[-–+*])$/.test(own);
}

/** Whether nothing at all is written in a row. */
export const isBlank = (cells: readonly Cell[]) => !cells.some(isFilled);

/** Whether nothing but a name stands in a row of a list that numbers none: it may be a heading. */
export function isNameOnly(cells: readonly Cell[], { columns }: Pick<Header, 'columns'>): boolean {
  const name = cells[columns.get('name')?.index ?? 0];
  return !columns.has('number') && cells.every((cell) => cell === name || !isFilled(cell));
}

/** A row of which neither the name nor any of its figures, marks or words could be read: a date or name below the table. */
export function saysNothing(row: RegisterRow): boolean {
  if (row.name !== '') return false;
  const { at: _, district: _d, commune: _c, type: _t, unreadable: _u, sector, name: _n, ...fields } = row;
  return sector === null && Object.values(fields).every((field) => field === null || field === false);
}

/** `12`, `12.`, `12)`, `1.12`, `1,012`. */
export const isRowNumber = (text: string) => /^\s*\d+([.,]\d+)*[.)]?\s*$/.test(text);

/** Whether the row bears a number of the list. */
export function isNumbered(cells: readonly Cell[], { columns }: Pick<Header, 'columns'>): boolean {
  const number = cells[columns.get('number')?.index ?? cells.length];
  return number !== undefined && isNumber(number);
}

const identifying = ['tax_code', 'type', 'sector', 'district', 'commune', 'founded_on', 'status'] as const;

/** Whether the list has a column that says what, where or since when a cooperative is. */
const hasIdentity = ({ columns }: Pick<Header, 'columns'>) => identifying.some((role) => columns.has(role));

/** Whether it says what, where or since when something is. */
const says = (cells: readonly Cell[], { columns }: Pick<Header, 'columns'>) =>
  identifying.some((role) => {
    const cell = cells[columns.get(role)?.index ?? cells.length];
    return cell !== undefined && isFilled(cell);
  });

const isFilled = ({ text }: Cell) => text.trim() !== '';
const isNumber = ({ text }: Cell) => isRowNumber(text);

/** The columns as they are written: what is put behind the last for a choice is made of several of their numbers. */
const isNumbering = (cells: readonly Cell[], { width }: Pick<Header, 'width'>) =>
  cells.every((cell, index) => index >= width || !isFilled(cell) || isColumnNumber(cell));

/** `(3)`, `C`, `(9)=(7)+(8)`. */
const isColumnNumber = ({ text }: Cell) =>
  /^[([]?(\d{1,2}|[A-Z])[)\]]?(\s*=[\s\d()[\]+:x/*-]{1,40})?$/.test(text.trim());

/** By its first filled cell, or by the next where the first is its number. */
function isTotal(cells: readonly Cell[], first: number): boolean {
  const cell = cells[first] as Cell;
  if (!isNumber(cell)) return namesTotal(cell.text);
  const second = cells.find((each, index) => index > first && isFilled(each));
  return second !== undefined && namesTotal(second.text);
}
