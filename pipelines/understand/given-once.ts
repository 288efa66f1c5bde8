import type { ColumnRole } from '../../schemas/catalogue';
import type { Cell } from '../../schemas/cell';
import type { DraftRow } from '../../schemas/draft';

type Cells = ReadonlyMap<ColumnRole, Cell>;

/** A label that was merged over its rows, or given once for all of them: a row with no more than a sector belongs to the label above. */
export class GivenOnce {
  private last: Cells = new Map();

  filled(cells: Cells): Cells {
    const named = (['label', 'code', 'number'] as const).some((role) => cells.has(role));
    const elsewhere = (['province', 'period'] as const).some(
      (role) => cells.has(role) && cells.get(role)?.text !== this.last.get(role)?.text,
    );
    if (named || elsewhere || !cells.has('sector')) {
      this.last = cells;
      return cells;
    }
    const label = (['number', 'label', 'code', 'unit'] as const).flatMap((role) => {
      const cell = cells.get(role) ?? this.last.get(role);
      return cell === undefined ? [] : [[role, cell] as const];
    });
    return new Map([...cells, ...label]);
  }
}

/** `- Nông nghiệp` without a unit, below `Tổng vốn điều lệ` in triệu đồng, is in triệu đồng. */
export class UnitsAbove {
  private readonly units = new WeakMap<Cell, Cell>();

  given(row: DraftRow): DraftRow {
    if (row.label === null) return row;
    if (row.unit !== null) this.units.set(row.label, row.unit);
    return { ...row, unit: row.unit ?? this.units.get(row.label) ?? null };
  }
}

/**
 * In the flat layout a province or period that stands in the first row of its block alone, as merging leaves it, holds for
 * the rows below. Where rows repeat it, one without it has left it out, and nobody can tell whose it is.
 */
export function withBlocks<Line extends { readonly cells: Cells }>(lines: readonly Line[]): Line[] {
  return (['province', 'period'] as const).reduce<Line[]>(
    (filled, role) => {
      const texts = filled.map(({ cells }) => cells.get(role)?.text.trim());
      if (texts.some((text, index) => text !== undefined && text === texts[index + 1])) return filled;
      let last: Cell | undefined;
      return filled.map((line) => {
        last = line.cells.get(role) ?? last;
        return last === undefined ? line : { ...line, cells: new Map([...line.cells, [role, last]]) };
      });
    },
    [...lines],
  );
}
