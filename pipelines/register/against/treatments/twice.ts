import type { ListedRow } from '../listed';
import type { Treatment } from '../treatment';

/** Of more rows of one cooperative no other than the first are tried as the one that counts. */
const mostTried = 3;

/** Cooperatives with several rows: one of them counts, the others do not. */
export function countedTwice(rows: readonly ListedRow[]): Treatment[] {
  const several = new Map<string, ListedRow[]>();
  for (const row of rows) {
    const before = several.get(row.cooperative);
    if (before === undefined) several.set(row.cooperative, [row]);
    else before.push(row);
  }
  return [...several.values()].filter(({ length }) => length > 1).flatMap(eachKept);
}

function eachKept(rows: readonly ListedRow[]): Treatment[] {
  const [first, ...rest] = rows as [ListedRow, ...ListedRow[]];
  return rows.slice(0, mostTried).map((kept, index) => ({
    reason: 'counted_twice',
    cooperative: first.cooperative,
    rows: [first, ...rest],
    changes: rows.filter((row) => row !== kept).map((from) => ({ from, to: null })),
    as: String(index),
  }));
}
