import type { Quantity } from '../../schemas/quantity';
import type { FigureColumn, measured } from '../../schemas/register';
import type { Said } from './doubts';
import type { RowReading } from './row-reading';

/** The figure of a row in a column of numbers; one that reads two ways in the notation of its column. */
export function figureIn<Role extends FigureColumn>(
  reading: RowReading,
  role: Role,
): Quantity<(typeof measured)[Role]> | null {
  const { columns, evidence, figures } = reading.setting;
  const cell = reading.cell(role);
  if (cell === null) return null;
  const read = figures[role](cell);
  if (read.kind === 'none') return null;
  if (read.kind === 'doubt') return reading.refuse(role, cell, read.doubt);
  const [only, other] = read.candidates;
  const chosen =
    other === undefined ? only : read.candidates.find((each) => each.notation === evidence.notations.get(role));
  if (chosen === undefined) return reading.refuse(role, cell, undecided(reading.nameOf(role)));
  if (read.approximate) reading.doubt(role, cell, approximate(reading.nameOf(role)));
  if (read.timeless) reading.doubt(role, columns.get(role)?.header ?? cell, timeless);
  return chosen.amount;
}

const undecided = (column: string): Said => ({
  rule: 'notation.undecided',
  severity: 'error',
  said: 'once',
  says: (cells, count) =>
    `${count} số ở ${column} đọc được hai cách (dấu chấm, phẩy là hàng nghìn hay thập phân), và không có số nào khác cho biết cách nào đúng: ${cells}. Các ô này chưa được nạp: hãy ghi lại cho rõ.`,
});

const approximate = (column: string): Said => ({
  rule: 'number.approximate',
  severity: 'note',
  said: 'each',
  says: (it) => `Số ${it} ở ${column} được ghi là số ước chừng; đã nạp như số đúng.`,
});

const timeless: Said = {
  rule: 'income.time',
  severity: 'warning',
  said: 'once',
  says: (header) =>
    `Tiêu đề cột ${header} không cho biết là thu nhập một tháng hay một năm; đã đọc là của một năm. Hãy ghi rõ "/tháng" hoặc "/năm".`,
};
