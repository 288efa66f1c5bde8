import type { Fault } from './mend';
import type { CsvRecord } from './records';

/** A record that does not fit, with its address, and what became of it. */
export interface Quarantined {
  readonly record: number;
  readonly line: number;
  readonly why: 'too many cells' | 'too few cells' | 'other delimiter' | Fault;
  readonly cells: readonly string[];
}

/** What was found of one table, apart from its body, which is handed on record by record. */
export interface TableShape {
  /** What stands before the table: titles, `key;value` rows. */
  preamble: CsvRecord[];
  /** None, one, or up to three, as written. */
  header: CsvRecord[];
  /** The header rows joined column by column; null where the table has none. */
  names: string[] | null;
  width: number;
  /** Records of the body. */
  records: number;
  /** The header again, at each printed page, and rows that number the columns: left out of the body. */
  repeatedHeaders: number;
  /** The last record of the body, if it sums up: figures without the number, date or code that the others begin with. */
  total: CsvRecord | null;
  /** Footnotes, signatures: what stands after the table. */
  footer: CsvRecord[];
  /** The first thousand records that do not fit; `misfits` counts them all. */
  quarantined: Quarantined[];
  misfits: number;
}

export const newShape = (): TableShape => ({
  preamble: [],
  header: [],
  names: null,
  width: 0,
  records: 0,
  repeatedHeaders: 0,
  total: null,
  footer: [],
  quarantined: [],
  misfits: 0,
});
