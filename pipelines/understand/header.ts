import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import { fold } from '../../schemas/text';
import { type Column, columnsOf, isFilled, longest, meaningTogether, stacked, type TitleEnds } from './column';
import { type Preamble, preambleOf } from './preamble';

/** The rows from `first` to `last` (counted from 0) that name the columns. */
export interface Header {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
}

type Row = readonly Cell[];

const mostRows = 3;

/**
 * The header that has its label or code in the row `anchor`: it names a value as well, there, in the rows right below
 * that divide its columns, or right above, where titles stand over them. Null where there is none; rows before `from`
 * belong to another table.
 */
export function headerAt(
  rows: readonly Row[],
  anchor: number,
  from: number,
  ends: TitleEnds,
  catalogue: Catalogue,
): Header | null {
  const names = rows[anchor] ?? [];
  const roles = names.map(({ text }) => (text.length > longest ? null : catalogue.columnOf(text)));
  if (!roles.some((role) => role === 'label' || role === 'code')) return null;
  let first = anchor;
  let last = anchor;
  while (last - first + 1 < mostRows && divides(rows[last + 1] ?? [], rows.slice(anchor, last + 1), roles, catalogue))
    last += 1;
  while (last - first + 1 < mostRows && first > from && isTitle(rows[first - 1] ?? [], names, roles, catalogue))
    first -= 1;
  const columns = columnsOf(rows.slice(first, last + 1), ends, catalogue);
  return columns.some(({ role }) => role === 'value') ? { first, last, columns } : null;
}

/** Whether both say the same, as a header does that is printed on each page. */
export function sameHeader(one: Header, other: Header): boolean {
  const key = ({ columns }: Header) => JSON.stringify(columns.map(({ header }) => fold(header.text)));
  return key(one) === key(other);
}

/** What stands in these columns is named in one row: nothing divides them. */
const undivided: readonly (ColumnRole | null)[] = ['number', 'label', 'code', 'section', 'sector', 'unit'];

/**
 * `Năm 2019 | Năm 2020` under `Thực hiện`: no row of the table, but names where the rows above have none, or that mean
 * something with them.
 */
function divides(
  row: Row,
  above: readonly Row[],
  roles: readonly (ColumnRole | null)[],
  catalogue: Catalogue,
): boolean {
  if (!row.some(isFilled) || !row.every(mayName)) return false;
  const isOwn = (cell: Cell, column: number) =>
    isFilled(cell) && undivided.includes(roles[column] ?? null) && cell.text !== above[0]?.[column]?.text;
  if (row.some(isOwn)) return false;
  return stacked([...above, row], new Map()).some(
    (stack, column) =>
      isFilled(row[column]) &&
      (!above.some((each) => isFilled(each[column])) || meaningTogether(stack, catalogue).role !== null),
  );
}

/** `Năm 2019 | Năm 2020` over `Thực hiện | Thực hiện`: titles over columns that have names, and no line of the preamble. */
function isTitle(row: Row, names: Row, roles: readonly (ColumnRole | null)[], catalogue: Catalogue): boolean {
  const fits = (cell: Cell, column: number) =>
    !isFilled(cell) || (mayName(cell) && isFilled(names[column]) && !undivided.includes(roles[column] ?? null));
  if (!row.some(isFilled) || !row.every(fits)) return false;
  const said: Preamble = preambleOf([row], catalogue);
  return Object.values(said).every((cell) => cell === null);
}

const mayName = ({ text }: Cell) =>
  text.length <= longest && (!/^[-+~(]*\d[\d.,\s%)]*$/.test(text.trim()) || /^\s*(19|20)\d\d\s*$/.test(text));
