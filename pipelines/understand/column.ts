import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell, Frame } from '../../schemas/cell';

/** A column by its name, which may stand in several rows one below the other. */
export interface Column {
  readonly role: ColumnRole | null;
  /** Where it is named; the text is the names of all header rows. */
  readonly header: Cell;
  /** `Thực hiện (triệu đồng)`: the unit of the whole column. */
  readonly unit: Cell | null;
}

/** No header is longer; a cell of a million blanks would keep the pattern of units busy for hours. */
export const longest = 200;

type Row = readonly Cell[];

/** Where titles end that are merged over several columns: by their own row and column, the last column (counted from 1). */
export type TitleEnds = ReadonlyMap<string, number>;

/** Looks up how far the merged cells of a sheet reach to the right. */
export function titleEnds({ merges }: Pick<Frame, 'merges'>): TitleEnds {
  return new Map(merges.map(({ top, left, right }) => [`${top} ${left}`, right]));
}

/** The columns that these rows, none to three, name together. */
export function columnsOf(rows: readonly Row[], ends: TitleEnds, catalogue: Catalogue): Column[] {
  return stacked(rows, ends).map((stack, column) => {
    const text = stack.map((name) => name.text).join(' ');
    const last = stack.at(-1)?.cell ?? rows.at(-1)?.[column] ?? rows[0]?.[column];
    const header: Cell = { literal: false, at: { row: 0, column: column + 1 }, ...last, text };
    const { role, unit } = meaning(stack, catalogue);
    return { role, header, unit: unit === null ? null : { ...header, text: unit } };
  });
}

/** The names of a column from above to below, and whether a name stands over other columns as well. */
type Stack = readonly { readonly cell: Cell; readonly text: string; readonly shared: boolean }[];

/** For each column its names; a cell that merging left empty takes the title to its left, where both have names below. */
export function stacked(rows: readonly Row[], ends: TitleEnds): Stack[] {
  const width = Math.max(...rows.map((row) => row.length));
  const below = (row: number, column: number) => rows.slice(row + 1).some((each) => isFilled(each[column]));
  const titles = rows.map((row, index) => {
    let title: Cell | null = null;
    return Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      if (isFilled(cell)) title = below(index, column) ? cell : null;
      else if (!below(index, column) || (title !== null && isBeyond(title, column, ends))) title = null;
      return isFilled(cell) ? cell : title;
    });
  });
  const columns = new Map<Cell, number>();
  for (const cell of titles.flat()) if (cell) columns.set(cell, (columns.get(cell) ?? 0) + 1);
  return Array.from({ length: width }, (_, column) =>
    titles
      .flatMap(({ [column]: cell }) => (cell ? [{ cell, text: cell.text, shared: (columns.get(cell) ?? 0) > 1 }] : []))
      .filter(({ text }, index, all) => text !== all[index - 1]?.text),
  );
}

/** The title is merged over some columns, and this (counted from 0) is none of them. */
function isBeyond({ at }: Cell, column: number, ends: TitleEnds): boolean {
  const end = 'row' in at ? ends.get(`${at.row} ${at.column}`) : undefined;
  return end !== undefined && column >= end;
}

interface Meaning {
  readonly role: ColumnRole | null;
  readonly unit: string | null;
}

/** What the names mean together; else what one of them means that belongs to this column alone. */
function meaning(stack: Stack, catalogue: Catalogue): Meaning {
  const joined = meaningTogether(stack, catalogue);
  if (joined.role !== null) return joined;
  // A title that several columns share tells nothing of one of them: under `Thực hiện` may stand another year's figures.
  const alone = stack.filter(({ shared }) => !shared).map(({ text }) => meaningOf(text, catalogue));
  return alone.findLast(({ role }) => role !== null) ?? nothing;
}

/** As one name, read either way (`Thực hiện` `Năm 2020`, `%` `so với năm 2019`), with all rows or without the topmost. */
export function meaningTogether(stack: Stack, catalogue: Catalogue): Meaning {
  for (const first of stack.keys()) {
    const names = stack.slice(first).map(({ text }) => text);
    const joined = meaningOf(names.join(' '), catalogue);
    if (joined.role !== null) return joined;
    const turned = meaningOf(names.reverse().join(' '), catalogue);
    if (turned.role !== null) return turned;
  }
  return nothing;
}

const nothing: Meaning = { role: null, unit: null };

function meaningOf(name: string, catalogue: Catalogue): Meaning {
  if (name.trim() === '' || name.length > longest) return nothing;
  const role = catalogue.columnOf(name);
  if (role !== null) return { role, unit: null };
  const withUnit = /^(.*?)[ ,]*\( ?(?:ĐVT|Đơn vị tính|Đơn vị)? ?:? ?([^()]+?) ?\)$/iu.exec(
    name.replace(/\s+/g, ' ').trim(),
  );
  const inner = withUnit ? catalogue.columnOf(withUnit[1] ?? '') : null;
  return { role: inner, unit: inner === null ? null : (withUnit?.[2] ?? '') };
}

/** Whether there is a cell, and anything but blanks in it. */
export const isFilled = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.text.trim() !== '';
