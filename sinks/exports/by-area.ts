import type { TableRow } from '../../schemas/table';

/** A table's rows, those of each area together, in the order in which they stand. */
export function byArea(rows: readonly TableRow[]): TableRow[][] {
  const areas = new Map<string, TableRow[]>();
  for (const row of rows) {
    const own = areas.get(row.area);
    if (own === undefined) areas.set(row.area, [row]);
    else own.push(row);
  }
  return [...areas.values()];
}
