import type { Catalogue, ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftReport } from '../../schemas/draft';

/** What the rows above a table say of the report, and the unit that they give for all of it. */
export type Preamble = Omit<DraftReport, 'columns' | 'rows' | 'findings'> & { readonly unit: Cell | null };

/** Rows of `key;value`, or `key: value` in one cell. */
export function preambleOf(rows: readonly (readonly Cell[])[], catalogue: Catalogue): Preamble {
  const found = new Map<ColumnRole, Cell>();
  for (const row of rows) {
    const filled = row.filter((cell) => cell.text.trim() !== '');
    const [first, second] = filled;
    if (first === undefined) continue;
    const inline = /^([^:]+):\s*(\S.*)$/s.exec(first.text);
    const [key, value] = inline
      ? [inline[1] ?? '', { ...first, text: inline[2] ?? '' }]
      : [first.text.replace(/:\s*$/, ''), second];
    if (value === undefined) continue;
    const role = catalogue.columnOf(key);
    if (role !== null && !found.has(role)) found.set(role, value);
  }
  return preambleFrom(found);
}

/** The same from its cells by what they say. */
export function preambleFrom(found: ReadonlyMap<ColumnRole, Cell>): Preamble {
  const cell = (role: ColumnRole) => found.get(role) ?? null;
  return {
    province: cell('province'),
    period: cell('period'),
    asOf: cell('as_of'),
    document: cell('document'),
    form: cell('form'),
    nature: cell('nature'),
    unit: cell('unit'),
  };
}
