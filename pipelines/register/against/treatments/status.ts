import type { ListedRow } from '../listed';
import { replaced, type Treatment } from '../treatment';

/** Rows that ceased or were dissolved, and have another status in the report or are not in it. */
export function otherStatus(rows: readonly ListedRow[]): Treatment[] {
  return rows.flatMap((row) => {
    if (row.status === 'dissolved')
      return (['active', 'ceased'] as const).map((status) => replaced(row, 'dissolved', status, { status }));
    if (row.status !== 'ceased') return [];
    return [
      replaced(row, 'dissolved', 'left_out', null),
      ...(['dissolved', 'active'] as const).map((status) => replaced(row, 'dissolved', status, { status })),
    ];
  });
}
