import type { RuleCell } from '../cell';
import type { Figures } from '../figures';

/** For a cell the ones that its number may have been copied from: on the lines beside it, and the same indicator's next above and below. */
export function neighbours(figures: Figures): (cell: RuleCell) => readonly RuleCell[] {
  const column = new Map<string, RuleCell[]>();
  for (const cell of figures.cells) {
    const key = `${cell.role} ${cell.indicator.code}`;
    column.set(key, [...(column.get(key) ?? []), cell]);
  }
  const byLine = new Map(figures.cells.map((cell) => [`${cell.role} ${cell.line}`, cell]));
  return (cell) => {
    const own = column.get(`${cell.role} ${cell.indicator.code}`) ?? [];
    const at = own.indexOf(cell);
    const beside = [-1, 1].map((by) => byLine.get(`${cell.role} ${cell.line + by}`));
    const all = [own[at - 1], own[at + 1], ...beside].filter((each) => each !== undefined);
    return [...new Set(all)];
  };
}
