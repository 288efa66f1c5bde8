import type { CooperativeType } from '../../schemas/register';
import { oneLine } from '../../schemas/text';
import type { Said } from './doubts';
import type { RowReading } from './row-reading';

/** The type that a row says, or else its name; without a word on it, a cooperative. Null where the word is unknown. */
export function typeIn(reading: RowReading, name: string): CooperativeType | null {
  const { typeOf } = reading.setting.words;
  const cell = reading.cell('type');
  const written = cell && typeOf(cell.text);
  if (written !== null) return written;
  const byName = typeOf(name);
  if (cell === null) {
    const first = reading.cell('name') ?? reading.cells[0];
    if (first !== undefined) reading.doubt('type', first, missing);
    return byName ?? 'htx';
  }
  if (byName === null) return reading.refuse('type', cell, unknown);
  reading.doubt('type', cell, byItsName(name));
  return byName;
}

const missing: Said = {
  rule: 'type.missing',
  severity: 'note',
  said: 'once',
  says: (cells, count) =>
    `${count} dòng không ghi loại hình, ví dụ ${cells}; đã tính theo tên (Liên hiệp HTX, QTDND, THT), còn lại là HTX.`,
};

const unknown: Said = {
  rule: 'type.unknown',
  severity: 'error',
  said: 'each',
  says: (it) => `Không hiểu loại hình ${it}; hãy ghi HTX, LHHTX, QTDND hoặc THT. Ô này chưa được nạp.`,
};

const byItsName = (name: string): Said => ({
  rule: 'type.by_name',
  severity: 'warning',
  said: 'each',
  says: (it) => `Không hiểu loại hình ${it}; đã tính theo tên "${oneLine(name)}". Hãy ghi HTX, LHHTX, QTDND hoặc THT.`,
});
