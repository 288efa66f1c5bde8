import { decimal } from '../../../../schemas/decimal';
import type { Quantity } from '../../../../schemas/quantity';
import { isFigure } from '../../../../schemas/register';
import type { Rows } from '../effects';
import type { Figure } from '../figure';
import type { ListedRow } from '../listed';
import { replaced, type Treatment } from '../treatment';

/** The columns whose unit can be mistaken. */
const columns = ['charter_capital', 'revenue', 'profit', 'labour_income'] as const;

/** Of a column so many rows are tried, those first that lie farthest off. */
const mostTried = 1000;

/**
 * Rows whose amount of money would lie nearer to the others of its column a thousand or a million times larger or smaller.
 * How large they are is known by their digits.
 */
export function otherUnit(listed: readonly ListedRow[], figure: Figure, rows: Rows): Treatment[] {
  const column = columns.find((each) => figure.kind.columns[0] === each);
  if (column === undefined || !isFigure(column)) return [];
  const saying = listed.filter((row) => rows.isOf(row, figure) && row[column]?.isZero() === false);
  const usual = middle(saying.map((row) => digits(row[column])));
  const off = saying.map((row) => ({ row, off: digits(row[column]) - usual })).filter(({ off }) => Math.abs(off) > 1);
  off.sort((a, b) => Math.abs(b.off) - Math.abs(a.off));
  return off.slice(0, mostTried).flatMap(({ row, off }) =>
    [3, 6]
      .filter((zeros) => Math.abs(Math.abs(off) - zeros) < Math.abs(off))
      .map((zeros) => {
        const power = off > 0 ? -zeros : zeros;
        return replaced(row, 'unit', `${column} ${power}`, { [column]: row[column]?.times(decimal(`1e${power}`)) });
      }),
  );
}

/** Of its whole part in the base unit. */
function digits(amount: Quantity | null): number {
  return amount?.abs().inBase().split('.')[0]?.length ?? 0;
}

/** The median of small numbers, by counting them. */
function middle(numbers: readonly number[]): number {
  const counts: number[] = [];
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  let left = numbers.length / 2;
  return counts.findIndex((count = 0) => {
    left -= count;
    return count > 0 && left <= 0;
  });
}
