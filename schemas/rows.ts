import type { Cell, Document, Reading, Refusal } from './cell';

/** A row of a large table as its texts; `row` counts from 1, and the first text stands in column 1. */
export interface TextRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/** A large table of text (CSV), read row by row and never held. */
export interface Rows {
  readonly kind: 'rows';
  /** The rows that it begins with, at most so many. */
  beginning(most: number): Promise<readonly TextRow[]>;
  /** All rows from the first; then how the bytes were taken for text, or why the file has to be refused after all. */
  batches(): AsyncGenerator<readonly TextRow[], Reading | Refusal>;
  /** The file read as a whole, for what is no register; refused where it is too large for that. */
  whole(): Promise<Document | Refusal>;
}

/** The texts of a row with their places: of each cell an object and another for its place, so only where they are needed. */
export const cellsIn = ({ row, texts }: TextRow): Cell[] =>
  texts.map((text, index) => ({ text, literal: false, at: { row, column: index + 1 } }));
