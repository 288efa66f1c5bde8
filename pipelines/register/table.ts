import type { Area, Cell, Locator } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Preamble } from '../understand/preamble';

/** A register found in a file, nothing of it read yet. */
export interface RegisterTable {
  readonly preamble: Preamble;
  /** The names of the columns, each of the rows that name it together. */
  readonly header: readonly Cell[];
  /** Those rows as they are printed, where they are several. */
  readonly printed: readonly (readonly Cell[])[];
  /** What the sheet merges. */
  readonly merges: readonly Area[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly at: Locator | undefined }[];
  readonly findings: readonly Finding[];
}
