/** What the readers in sources/ hand on: what was written and where, before any meaning. */

/** Where a cell stands: a row and column counted from 1 (on a named sheet), or a JSON pointer. */
export type Locator =
  | { readonly row: number; readonly column: number; readonly sheet?: string }
  | { readonly pointer: string };

/** One cell as written. `literal`: the file itself typed it as a number (JSON, a workbook), so no notation is in doubt. */
export interface Cell {
  readonly text: string;
  readonly literal: boolean;
  readonly at: Locator;
  /** A workbook's number as it is kept in the cell, where the text says less or other: rounded by its format, or a date. */
  readonly stored?: string;
}

/** How a text file's bytes were taken for text, and how sure that is. */
export interface Reading {
  readonly encoding: string;
  /** The old font (TCVN3, VNI) that Unicode text was typed in and had to be converted from. */
  readonly font: string | null;
  /** What settled it: a byte-order mark, valid UTF-8, zero bytes, the words, or whoever handed it in. */
  readonly how: 'bom' | 'valid' | 'nul' | 'score' | 'declared';
  /** 0..1, by how much the best reading beat the next. */
  readonly margin: number;
  readonly runnerUp: string | null;
  /** Too close to call. */
  readonly doubtful: boolean;
  /** Characters that could not be read (U+FFFD). */
  readonly damaged: number;
}

export interface Grid {
  readonly kind: 'grid';
  readonly reading?: Reading;
  readonly sheet?: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A JSON value in which every scalar keeps its text and pointer. */
export type Tree =
  | { readonly kind: 'scalar'; readonly cell: Cell }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly pointer: string }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Tree>; readonly pointer: string };

export type Document = Grid | { readonly kind: 'tree'; readonly root: Tree; readonly reading?: Reading };

/** A file that cannot be read at all: one sentence, in Vietnamese, for whoever sent it. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly sentence: string;
}

export function refusal(sentence: string): Refusal {
  return { kind: 'refusal', sentence };
}

/** As the contract writes it: `row 12, column 4`, or the pointer. */
export function locatorText(at: Locator): string {
  return 'pointer' in at ? at.pointer : `row ${at.row}, column ${at.column}`;
}

/** The same place for a Vietnamese sentence. */
export function placeName(at: Locator): string {
  return 'pointer' in at ? `vị trí ${at.pointer}` : `dòng ${at.row}, cột ${at.column}`;
}

/** The width that most rows have, the wider on a tie: the table's own, whatever its preamble and stray rows have. */
export function usualWidth(rows: readonly (readonly unknown[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
