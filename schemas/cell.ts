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
}

export interface Grid {
  readonly kind: 'grid';
  readonly sheet?: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A JSON value in which every scalar keeps its text and pointer. */
export type Tree =
  | { readonly kind: 'scalar'; readonly cell: Cell }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly pointer: string }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Tree>; readonly pointer: string };

export type Document = Grid | { readonly kind: 'tree'; readonly root: Tree };

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
