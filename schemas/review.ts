/**
 * What a copy of a report that is given back for mending has besides the report itself: two columns at the right of the
 * table; `surplus` over the cells that rows have beyond their header, and `blank` in one of them that is empty but doubtful.
 */
export const reviewColumns = {
  wrong: 'Cần xem lại',
  mend: 'Đề nghị sửa',
  surplus: 'Ô thừa',
  blank: 'Ô trống',
} as const;

/** The same in JSON: two fields of a row, each a list of texts. */
export const reviewFields = { wrong: 'can_xem_lai', mend: 'de_nghi_sua' } as const;

/** Where the two columns stand (counted from 0), and how many of the row's cells are the header's own. */
export interface ReviewColumns {
  readonly wrong: number;
  readonly mend: number;
  readonly own: number;
}

/** The columns that a row names as those of a copy; null for any other row. */
export function reviewColumnsIn(row: readonly string[]): ReviewColumns | null {
  const find = (name: string) => row.findIndex((cell) => cell.trim() === name);
  const [wrong, mend] = [find(reviewColumns.wrong), find(reviewColumns.mend)];
  if (wrong < 0 || mend < 0) return null;
  const surplus = find(reviewColumns.surplus);
  return { wrong, mend, own: surplus < 0 ? Math.min(wrong, mend) : surplus };
}

/** A table's rows as they were before such a copy was made of them; the very same rows where none was. */
export function withoutReview<Cell>(
  rows: readonly (readonly Cell[])[],
  textOf: (cell: Cell) => string,
): readonly (readonly Cell[])[] {
  const named = rows.map((row) => reviewColumnsIn(row.map(textOf)));
  // Above the first header stand the preamble's rows, padded like all others.
  let columns = named.find((each) => each !== null) ?? null;
  if (columns === null) return rows;
  return rows.map((row, index) => {
    const own = named[index];
    columns = own ?? columns;
    if (own) return row.slice(0, own.own);
    const cells = row.filter((_, at) => at !== columns?.wrong && at !== columns?.mend);
    // Empty cells beyond the header were put there to fill the row up.
    const end = cells.findLastIndex((cell) => textOf(cell).trim() !== '') + 1;
    return cells.slice(0, Math.max(columns?.own ?? 0, end));
  });
}
