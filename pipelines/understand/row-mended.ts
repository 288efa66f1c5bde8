import type { Mended } from '../../schemas/cell';
import type { Finding } from '../../schemas/finding';
import { excerpt } from '../../schemas/text';
import type { BodyRow } from './tables';

const faults: Readonly<Record<Mended['how'], string>> = {
  'stray quote': 'có dấu ngoặc kép đặt sai chỗ',
  'missing delimiter': 'thiếu dấu phân cách giữa hai ô',
  'other delimiter': 'dùng dấu phân cách khác với cả tệp',
};

/** A row with figures that was read past a fault in how it was written: it is loaded, but somebody has to look. */
export function mendedRow({ row, cells }: BodyRow, { how }: Mended): Finding {
  const raw = cells.map(({ text }) => text).join(' | ');
  return {
    rule: 'row.mended',
    nature: 'doubt',
    code: null,
    sector: null,
    at: cells[0]?.at ?? null,
    raw,
    message: `Dòng ${row} ${faults[how]}; đã đọc là "${excerpt(raw)}". Hãy kiểm tra lại các ô của dòng này.`,
    proposal: null,
  };
}
