import { type Cell, placeName } from '../../schemas/cell';
import type { Quantity, Unit } from '../../schemas/quantity';
import type { FigureColumn, measured } from '../../schemas/register';
import type { Notation } from '../normalise/number';
import { cellDoubt } from '../understand/cell-doubt';
import type { Said } from './doubts';
import type { Group } from './kinds';
import type { RowReading } from './row-reading';
import { isSized, type SizedColumn } from './sizes';
import { unlikelyAmount } from './unit-doubt';

/**
 * The figure of a row in a column of numbers; one that reads two ways in the notation of its column. An amount that no
 * cooperative of the group has is doubted.
 */
export function figureIn<Role extends FigureColumn>(
  reading: RowReading,
  role: Role,
  group: Group,
): Quantity<(typeof measured)[Role]> | null {
  const unsure = unsureFigure(reading, role);
  if (unsure === 'held') return null;
  const cell = reading.cell(role);
  if (cell === null) return null;
  const read = reading.setting.figures[role](cell);
  if (read.kind === 'none') return null;
  if (read.kind === 'doubt') return reading.refuse(role, cell, read.doubt);
  if (read.sure !== null) return read.sure;
  const { columns, evidence } = reading.setting;
  const [only, other] = read.candidates;
  const spoken = other === undefined ? undefined : evidence.notations.get(role);
  const chosen = other === undefined ? only : read.candidates.find((each) => each.notation === spoken?.notation);
  if (chosen === undefined) return reading.refuse(role, cell, undecided(reading.nameOf(role)));
  if (spoken?.by === 'size') reading.doubt(role, cell, bySize(reading.nameOf(role), spoken.notation));
  if (read.approximate) reading.doubt(role, cell, approximate(reading.nameOf(role)));
  if (read.timeless) reading.doubt(role, columns.get(role)?.header ?? cell, timeless);
  if (!chosen.usual && isSized(role)) doubtUnit(reading, role, cell, group, chosen.amount, read.unit);
  return chosen.amount;
}

/** Whether the sheet shows another number than its cell keeps, or none: what is said of it, and whether its figure is held. */
function unsureFigure(reading: RowReading, role: FigureColumn): 'held' | 'sure' {
  const { remarkAt } = reading.setting;
  const cell = remarkAt === null ? null : figureCell(reading, role);
  const doubt = cell && cellDoubt(cell, remarkAt?.(cell.at));
  if (!doubt) return 'sure';
  const { rule, nature, why } = doubt;
  const says = (_: string, count: number) =>
    `Ở ${placeName(cell.at)}${count > 1 ? ` và ${count - 1} ô khác` : ''}, ${reading.nameOf(role)}: ${why}`;
  const said: Said = { rule, nature, said: 'once', says };
  if (nature === 'held') reading.refuse(role, cell, said);
  else reading.doubt(role, cell, said);
  return nature === 'held' ? 'held' : 'sure';
}

/** The row's cell in the column, also where the row ends before it: a formula without a result leaves none. */
function figureCell(reading: RowReading, role: FigureColumn): Cell | null {
  const column = reading.setting.columns.get(role);
  if (column === undefined || !('row' in reading.at)) return null;
  const at = { ...reading.at, column: column.index + 1 };
  return reading.written(role) ?? { text: '', literal: false, at };
}

function doubtUnit(
  reading: RowReading,
  role: SizedColumn,
  cell: Cell,
  group: Group,
  amount: Quantity,
  unit: Unit,
): void {
  const { sizes, evidence } = reading.setting;
  const slip = sizes.slip(role, group, amount, 'one');
  // Of a column that has the slip as a whole one finding says so.
  if (slip === null || evidence.slips.get(role)?.slip.eq(slip)) return;
  reading.doubt(role, cell, unlikelyAmount(amount, slip, unit, reading.nameOf(role)));
}

const undecided = (column: string): Said => ({
  rule: 'notation.undecided',
  nature: 'held',
  said: 'once',
  says: (cells, count) =>
    `${count} số ở ${column} đọc được hai cách (dấu chấm, phẩy là hàng nghìn hay thập phân), và không có số nào khác cho biết cách nào đúng: ${cells}. Các ô này chưa được nạp: hãy ghi lại cho rõ.`,
});

const bySize = (column: string, notation: Notation): Said => ({
  rule: 'notation.likely',
  nature: 'doubt',
  said: 'once',
  says: (cells, count) =>
    `${count} số ở ${column} đọc được hai cách, ví dụ ${cells}; đã đọc dấu ${notation === 'vi' ? 'chấm' : 'phẩy'} là hàng nghìn vì chỉ như thế mới hợp lý về độ lớn. Hãy xác nhận hoặc ghi lại cho rõ.`,
});

const approximate = (column: string): Said => ({
  rule: 'number.approximate',
  nature: 'remark',
  said: 'each',
  says: (it) => `Số ${it} ở ${column} được ghi là số ước chừng; đã nạp như số đúng.`,
});

const timeless: Said = {
  rule: 'income.time',
  nature: 'doubt',
  said: 'once',
  says: (header) =>
    `Tiêu đề cột ${header} không cho biết là thu nhập một tháng hay một năm; đã đọc là của một năm. Hãy ghi rõ "/tháng" hoặc "/năm".`,
};
