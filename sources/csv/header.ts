import { isYear, type Look, lookOf } from './cell-look';

/** For each column the look that its cells share (a number, a date, a code), or null where they share none or are text. */
export type Columns = readonly (Exclude<Look, 'empty' | 'text'> | null)[];

/** The look of `share` of a column's filled cells is the column's. */
const share = 0.7;
/** Of a header's cells in such columns so many must look otherwise. */
const otherwise = 0.8;

export function columnsOf(rows: readonly (readonly Look[])[], width: number): Columns {
  return Array.from({ length: width }, (_, column) => {
    const looks = rows.map((row) => row[column] ?? 'empty').filter((look) => look !== 'empty');
    for (const look of ['number', 'date', 'code'] as const) {
      const alike = looks.filter((each) => each === look).length;
      if (alike > 0 && alike >= share * looks.length) return look;
    }
    return null;
  });
}

export const filled = (cells: readonly string[]) =>
  cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

/** One past the last cell that is filled. */
export const extent = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** Two records with the same key say the same, whatever their empty cells at the end and the spaces around. */
export const keyOf = (cells: readonly string[]) =>
  cells
    .slice(0, extent(cells))
    .map((cell) => cell.trim())
    .join('\0');

/** Whether the row names columns: text stands where the rows below have numbers, dates or codes, over most such columns. */
export function isHeader(cells: readonly string[], columns: Columns): boolean {
  const typed = columns.filter((look) => look !== null).length;
  let names = 0;
  let values = 0;
  columns.forEach((look, column) => {
    const cell = cells[column] ?? '';
    if (look === null || isYear(cell) || (column === 0 && isSectionMark(cell))) return;
    const own = lookOf(cell);
    if (own === 'text' || (own === 'code' && look !== 'code')) names += 1;
    else if (own !== 'empty') values += 1;
  });
  return 2 * names > typed && names >= otherwise * (names + values);
}

/** `I`, `IV`, `A`: what a section is numbered with in a column of numbers. */
const isSectionMark = (cell: string) => /^\s*(?:[IVXLC]+|[A-Z])[.)]?\s*$/.test(cell);

/**
 * Whether a first row names columns of text: all filled, no two alike, short, none of them a number or a date, and none
 * comes again below it.
 */
export function mayName(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const names = cells.slice(0, extent(cells)).map((cell) => cell.trim());
  if (names.length < 2 || new Set(names).size < names.length) return false;
  const plain = (name: string) => name !== '' && name.length <= 60 && !['number', 'date'].includes(lookOf(name));
  return names.every((name, column) => plain(name) && below.every((row) => row[column]?.trim() !== name));
}

/** Whether the row has the names of a header and some more, or some of them from the first on: that is another table's header. */
export function namesOfAnother(cells: readonly string[], header: readonly string[]): boolean {
  const names = cells.slice(0, extent(cells));
  const own = header.slice(0, extent(header));
  if (names.length === 0 || names.length === own.length || names.some((name) => name.trim() === '')) return false;
  const both = Math.min(names.length, own.length);
  return names.slice(0, both).every((name, column) => name.trim() === own[column]?.trim());
}

/** The names of a header row that lost its place by as many empty cells as it has too many; else the row as it is. */
export function namesFor(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells;
  const named = cells.filter((cell) => cell.trim() !== '');
  return named.length === width ? named : cells;
}

/** Whether the row numbers the columns, as under printed headers: `A B 1 2 3=2/1`, `(1) (2) (3)`. Bare digits may be figures. */
export function numbersColumns(cells: readonly string[]): boolean {
  const marks = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (marks.length < 3 || !marks.some((mark) => /^[([].*[)\]]$|^[A-Z]$/.test(mark))) return false;
  const bare = marks.map((mark) => mark.replace(/[()[\]\s]/g, '').replace(/=.*$/, ''));
  const letters = bare.findIndex((mark) => !/^[A-Z]$/.test(mark));
  const digits = letters < 0 ? [] : bare.slice(letters);
  return (
    bare.slice(0, letters < 0 ? bare.length : letters).every((mark, index) => mark.charCodeAt(0) === 65 + index) &&
    digits.every((mark, index) => Number(mark) === Number(digits[0]) + index)
  );
}

/**
 * One name for each column out of one to three header rows, joined by a space. A cell that merging left empty takes the
 * title of the span to its left, where a row below names both; a name that merely comes again below itself is kept once,
 * unless whole rows repeat.
 */
export function joinHeader(rows: readonly (readonly string[])[], width: number): string[] {
  const below = (row: number, column: number) => rows.slice(row + 1).some((each) => (each[column] ?? '').trim() !== '');
  const titled = rows.map((cells, row) => {
    let span = '';
    return Array.from({ length: width }, (_, column) => {
      const cell = cells[column] ?? '';
      if (cell.trim() !== '') span = below(row, column) ? cell : '';
      else if (!below(row, column)) span = '';
      return cell.trim() === '' ? span : cell;
    });
  });
  const repeated = rows.length > 1 && titled.every((cells) => cells.join('\0') === titled[0]?.join('\0'));
  return Array.from({ length: width }, (_, column) =>
    titled
      .map((cells) => cells[column] as string)
      .filter((name, row, names) => name !== '' && (repeated || name !== names[row - 1]))
      .join(' '),
  );
}
