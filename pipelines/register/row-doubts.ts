import type { Cell } from '../../schemas/cell';
import type { Doubt, Said } from './doubts';

/** A doubt about a row, at its first cell that says something. */
const ofRow = (cells: readonly Cell[], said: Said): Doubt => ({
  ...said,
  role: 'name',
  cell: cells.find(({ text }) => text.trim() !== '') ?? nowhere,
});

const nowhere: Cell = { text: '', literal: false, at: { pointer: '' } };

/** A heading, signature or remark; no cooperative. */
export const besideTheTable = (cells: readonly Cell[]) =>
  ofRow(cells, {
    rule: 'row.beside',
    nature: 'remark',
    said: 'once',
    says: (it, count) => `${count} dòng chỉ là tiêu đề nhóm, chữ ký hoặc ghi chú nên không được tính là HTX: ${it}.`,
  });

/** A row that says something but no name. */
export const nameless = (cells: readonly Cell[]) =>
  ofRow(cells, {
    rule: 'row.nameless',
    nature: 'doubt',
    said: 'each',
    says: (it) => `Dòng bắt đầu từ ô ${it} có số liệu nhưng không ghi tên; vẫn được tính. Hãy bổ sung tên.`,
  });

/** A row that may count in any group, so that none can be counted. */
export const untyped = (cells: readonly Cell[]) =>
  ofRow(cells, {
    rule: 'register.untyped',
    nature: 'remark',
    said: 'once',
    says: (it, count) =>
      `${count} dòng không biết là HTX, LHHTX, QTDND hay THT, ví dụ dòng bắt đầu từ ô ${it}: chưa tính được chỉ tiêu nào từ danh sách.`,
  });

/** A filled cell beyond the last column: the row was cut in two somewhere. */
export const misfit = (cell: Cell, width: number): Doubt => ({
  rule: 'row.misfit',
  nature: 'held',
  role: 'name',
  cell,
  said: 'each',
  says: (it) =>
    `Ô ${it} nằm ngoài ${width} cột của bảng, nên không biết ô nào trong dòng thuộc cột nào; các ô của dòng này chưa được nạp. Hãy đặt ô có dấu phân cách trong dấu ngoặc kép.`,
});

/** A header whose columns stand elsewhere than the first one’s. */
export const anotherTable = (cell: Cell): Doubt => ({
  rule: 'header.differs',
  nature: 'held',
  role: 'name',
  cell,
  said: 'each',
  says: (it) =>
    `Từ ô ${it} là tiêu đề của bảng khác, các cột không như ở bảng đầu; các dòng dưới tiêu đề này chưa được đọc. Hãy gộp thành một bảng.`,
});
