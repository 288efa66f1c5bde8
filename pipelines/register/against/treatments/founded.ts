import { lastDay } from '../../../../schemas/period';
import type { Listed, ListedRow } from '../listed';
import { replaced, type Treatment } from '../treatment';

/** Rows founded after the period's last day: not in the report, or new in it. */
export function notInPeriod({ rows, period }: Listed): Treatment[] {
  const last = lastDay(period);
  return rows
    .filter(({ founded_on: founded }) => founded !== null && founded > last)
    .flatMap((row) => [
      replaced(row, 'not_in_period', 'left_out', null),
      replaced(row, 'not_in_period', 'new', { founded_on: last }),
    ]);
}

/** Rows founded in an earlier year, or nobody knows when, that no earlier register has: new in the report. */
export function notListedBefore({ rows, period }: Listed, before: readonly ListedRow[]): Treatment[] {
  const known = new Set(before.map(({ cooperative }) => cooperative));
  const last = lastDay(period);
  return rows
    .filter(({ cooperative, founded_on: founded }) => !known.has(cooperative) && (founded ?? '') < period.slice(0, 4))
    .map((row) => replaced(row, 'not_listed_before', 'new', { founded_on: last }));
}
