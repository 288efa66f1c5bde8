import type { ListedRow } from '../listed';
import type { Treatment } from '../treatment';

/** Rows of an earlier register that this one has no more: still counted in the report, or dissolved in it. */
export function noLongerListed(rows: readonly ListedRow[], before: readonly ListedRow[]): Treatment[] {
  const listed = new Set(rows.map(({ cooperative }) => cooperative));
  return before
    .filter(({ cooperative }) => !listed.has(cooperative))
    .flatMap((row) => [added(row, 'listed', row), added(row, 'dissolved', { ...row, status: 'dissolved' })]);
}

const added = (row: ListedRow, as: string, to: ListedRow): Treatment => ({
  reason: 'no_longer_listed',
  cooperative: row.cooperative,
  rows: [row],
  changes: [{ from: null, to }],
  as,
});
