import { type Beside, besideRow, type Doubtful } from './wording';

/**
 * What to say beside which row (counted from 1). `headers`: the rows that name the columns, the first one first. What is
 * about a header, the whole report, or a row that the table does not have, stands beside the row below the header.
 */
export function besideRows(
  findings: readonly Doubtful[],
  rows: readonly (readonly string[])[],
  headers: readonly number[],
): ReadonlyMap<number, Beside> {
  const rowOf = ({ at }: Doubtful) => {
    if (at === null || 'pointer' in at || at.row > rows.length) return headerOf(1, headers) + 1;
    return headers.includes(at.row) ? at.row + 1 : at.row;
  };
  const byRow = new Map<number, Doubtful[]>();
  for (const finding of findings) byRow.set(rowOf(finding), [...(byRow.get(rowOf(finding)) ?? []), finding]);
  return new Map(
    [...byRow].map(([row, found]) => {
      const header = headerOf(row, headers);
      return [row, besideRow(found, rows[header - 1] ?? [], header)];
    }),
  );
}

/** The header that a row stands under; for what stands above all of them, the first one. */
export function headerOf(row: number, headers: readonly number[]): number {
  return headers.findLast((header) => header <= row) ?? headers[0] ?? 1;
}

/** Whether a row below the header has a filled cell beyond it: it belongs to no column, and must not seem to afterwards. */
export function isExceeded(header: number, rows: readonly (readonly string[])[]): boolean {
  const width = rows[header - 1]?.length ?? 0;
  return rows.slice(header).some((row) => row.slice(width).some((cell) => cell.trim() !== ''));
}
