import type { ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftRow, Place } from '../../schemas/draft';

/** A line's cells by role, with the place it stands in; `wideUnit` stands in the header or preamble. */
export function draftRow(cells: ReadonlyMap<ColumnRole, Cell>, place: Place, wideUnit: DraftRow['wideUnit']): DraftRow {
  const cell = (role: ColumnRole) => cells.get(role) ?? null;
  return {
    code: cell('code'),
    label: place.label,
    section: place.section,
    sector: cell('sector') ?? place.sector,
    unit: cell('unit'),
    wideUnit,
    value: cell('value'),
    plan: cell('plan'),
    note: cell('note'),
    stated: (['change', 'percent', 'plan_percent', 'share'] as const).flatMap((what) => {
      const stated = cells.get(what);
      return stated ? [{ what, cell: stated }] : [];
    }),
  };
}
