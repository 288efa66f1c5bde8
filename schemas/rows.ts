import type { Cell, Document, Reading, Refusal } from './cell';

/** A large table of text (CSV), read row by row and never held: its cells as written, rows counted from 1. */
export interface Rows {
  readonly kind: 'rows';
  /** The rows that it begins with, at most so many. */
  beginning(most: number): Promise<readonly (readonly Cell[])[]>;
  /** All rows from the first; then how the bytes were taken for text, or why the file has to be refused after all. */
  batches(): AsyncGenerator<readonly (readonly Cell[])[], Reading | Refusal>;
  /** The file read as a whole, for what is no register; refused where it is too large for that. */
  whole(): Promise<Document | Refusal>;
}
