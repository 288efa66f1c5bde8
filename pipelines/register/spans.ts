import type { Area, Cell } from '../../schemas/cell';
import type { RegisterColumn } from '../../schemas/register';
import type { Columns } from './header';

/** The columns in which a word may hold for several rows; a figure stands in one, and is of that one. */
const shared: readonly RegisterColumn[] = ['type', 'sector', 'district', 'commune', 'founded_on', 'status', 'rating'];

/** Cells merged down one column, the first of them on top, and what the one that is being passed says. */
interface Column {
  readonly index: number;
  readonly areas: readonly Area[];
  next: number;
  cell: Cell | null;
}

/** Gives each row what the cells say that are merged with its own, row by row down the sheet. */
export class Spans {
  readonly #columns: readonly Column[];

  constructor(columns: Columns, merges: readonly Area[]) {
    this.#columns = shared.flatMap((role): Column[] => {
      const index = columns.get(role)?.index;
      const areas = merges.filter(({ left, right }) => left === right && left - 1 === index);
      if (index === undefined || areas.length === 0) return [];
      return [{ index, areas: areas.sort((one, other) => one.top - other.top), next: 0, cell: null }];
    });
  }

  of(cells: readonly Cell[]): readonly Cell[] {
    const at = cells[0]?.at;
    if (this.#columns.length === 0 || at === undefined || !('row' in at)) return cells;
    const row = [...cells];
    for (const column of this.#columns) {
      const { index, areas } = column;
      while ((areas[column.next]?.bottom ?? at.row) < at.row) {
        column.next += 1;
        column.cell = null;
      }
      const area = areas[column.next];
      if (area?.top === at.row) column.cell = row[index] ?? null;
      else if (area !== undefined && area.top < at.row && column.cell !== null) row[index] = column.cell;
    }
    return row;
  }
}
