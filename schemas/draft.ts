import type { Cell } from './cell';
import type { SectorCode } from './codes';
import type { Finding } from './finding';
import type { Stated } from './submission';

/** Where a line stands: what it is about, in which section, and the sector that its nesting gives (or the text that names none). */
export interface Place {
  readonly label: Cell | null;
  readonly section: string | null;
  readonly sector: SectorCode | Cell | null;
}

/** One reported line, its parts found but not yet read: what is the label, in which section, and which cells hold what. */
export interface DraftRow {
  readonly code: Cell | null;
  readonly label: Cell | null;
  /** The section's id as found by name; null where the report does not say. */
  readonly section: string | null;
  /** The sector as written in its column, or as the nested rows give it. */
  readonly sector: Cell | SectorCode | null;
  /** The unit in the line's own unit column. */
  readonly unit: Cell | null;
  /** The unit of the whole value or plan column, by its header or the preamble; only for indicators that it fits. */
  readonly wideUnit: { readonly value: Cell | null; readonly plan: Cell | null };
  readonly value: Cell | null;
  readonly plan: Cell | null;
  readonly note: Cell | null;
  readonly stated: readonly { readonly what: Stated['what']; readonly cell: Cell }[];
}

/** A column of the table (or a field of the JSON) by its header, and what it was taken for; null: it is not read. */
export interface MatchedColumn {
  readonly header: string;
  readonly role: string | null;
}

/** One report found in a file: what it says of itself, its rows, and what was left out on the way. */
export interface DraftReport {
  readonly province: Cell | null;
  readonly period: Cell | null;
  readonly asOf: Cell | null;
  readonly document: Cell | null;
  readonly form: Cell | null;
  readonly nature: Cell | null;
  readonly columns: readonly MatchedColumn[];
  readonly rows: readonly DraftRow[];
  readonly findings: readonly Finding[];
}
