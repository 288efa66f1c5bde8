import { excerpt } from './text';

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

/** Cells by row and column: the n-th row is row n of the file or sheet, and its m-th cell stands in column m. */
export interface Grid {
  readonly kind: 'grid';
  readonly sheet?: string;
  readonly rows: readonly (readonly Cell[])[];
  /** A workbook's sheet: what it hides and what it merges, by rows and columns counted from 1. */
  readonly frame?: Frame | undefined;
  /** A workbook's cells of which the sheet shows something else than is kept in them. */
  readonly remarks?: readonly Remark[];
  /** CSV's rows that were not written as they should be, and had to be read past a fault. */
  readonly mended?: readonly Mended[];
}

/** What a sheet hides and merges, empty rows and columns among it. */
export interface Frame {
  readonly hidden: boolean;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** Merged cells, from the top left one that holds their text. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * `scaled`: the cell shows thousands or millions of its number; `unshown`: it shows none of the number's digits;
 * `no_result`: a formula that was never calculated, so the text is empty. `shown`: what the sheet shows.
 */
export interface Remark {
  readonly kind: 'scaled' | 'unshown' | 'no_result';
  readonly at: Locator;
  readonly shown: string;
}

/** A row of CSV whose quotes or delimiters are not as they should be, and how it was read all the same. */
export interface Mended {
  readonly row: number;
  readonly how: 'stray quote' | 'missing delimiter' | 'other delimiter';
}

/** A JSON value in which every scalar keeps its text and pointer. */
export type Tree =
  | { readonly kind: 'scalar'; readonly cell: Cell }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly pointer: string }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Tree>; readonly pointer: string };

/** A file as it was read: the grids of its sheets (one for CSV), or JSON's tree. `reading`: for a text file. */
export type Document =
  | { readonly kind: 'grids'; readonly grids: readonly Grid[]; readonly reading?: Reading }
  | { readonly kind: 'tree'; readonly root: Tree; readonly reading?: Reading };

/** A file that cannot be read at all: one sentence, in Vietnamese, for whoever sent it. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly sentence: string;
}

export function refusal(sentence: string): Refusal {
  return { kind: 'refusal', sentence };
}

/** The row in its file or sheet; of a JSON list the element, the first being 1. */
export function rowIn(at: Locator): number {
  return 'row' in at ? at.row : Number(/\/(\d+)(\/[^/]*)?$/.exec(at.pointer)?.[1] ?? 0) + 1;
}

/** As the contract writes it: `B12` on a sheet, `row 12, column 4` in CSV, or the pointer. */
export function locatorText(at: Locator): string {
  if ('pointer' in at) return at.pointer;
  return at.sheet === undefined ? `row ${at.row}, column ${at.column}` : `${columnLetters(at.column)}${at.row}`;
}

/** The same place for a Vietnamese sentence, with the name of its sheet. */
export function placeName(at: Locator): string {
  if ('pointer' in at) return `vị trí ${at.pointer}`;
  return at.sheet === undefined ? `dòng ${at.row}, cột ${at.column}` : `ô ${locatorText(at)} ${sheetName(at.sheet)}`;
}

/** A sheet for a Vietnamese sentence: `trang "Biểu 01"`. */
export function sheetName(sheet: string): string {
  return `trang "${excerpt(sheet)}"`;
}

/** `A` for the first column of a sheet, `AB` for the 28th. */
export function columnLetters(column: number): string {
  if (column < 1) return '';
  return columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
