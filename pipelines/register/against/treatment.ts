import type { SectorCode } from '../../../schemas/codes';
import type { ListedRow } from './listed';

/** What may have been treated otherwise in the report than in the register. */
export type Reason =
  | 'counted_twice'
  | 'not_in_period'
  | 'unit'
  | 'dissolved'
  | 'no_longer_listed'
  | 'not_listed_before'
  | 'other_sector'
  | 'without_figure';

/** A row as the register has it and as the report would have it; null: not at all. */
export interface Change {
  readonly from: ListedRow | null;
  readonly to: ListedRow | null;
}

/** What is done with the rows of one cooperative, so that the register says what the report does. */
export interface Treatment {
  readonly reason: Reason;
  readonly cooperative: string;
  /** The rows that are named, in the order of their files. */
  readonly rows: readonly [ListedRow, ...ListedRow[]];
  readonly changes: readonly Change[];
  /** How the report has it, such as `active`, `new` or a sector; with the reason: what may be done to many alike. */
  readonly as: string;
}

/** One row in the place of another. */
export function replaced(row: ListedRow, reason: Reason, as: string, to: Partial<ListedRow> | null): Treatment {
  const { cooperative } = row;
  return { reason, cooperative, rows: [row], changes: [{ from: row, to: to && { ...row, ...to } }], as };
}

/** The sector that a treatment moves a row to. */
export function movedTo(row: ListedRow, sector: SectorCode): Treatment {
  return replaced(row, 'other_sector', sector, { sector });
}
