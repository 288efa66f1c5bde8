import type { Area, Cell, Locator, Remark } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import type { Preamble } from '../understand/preamble';

/** A register found in a file, nothing of it read yet. */
export interface RegisterTable {
  readonly preamble: Preamble;
  /** The names of the columns, each of the rows that name it together. */
  readonly header: readonly Cell[];
  /** Those rows as they are printed, where they are several. */
  readonly printed: readonly (readonly Cell[])[];
  /** What the sheet merges, and what is to be known of its cells; none of a file of text. */
  readonly merges: readonly Area[];
  readonly remarks: readonly Remark[] | null;
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly at: Locator | undefined }[];
  readonly findings: readonly Finding[];
}
