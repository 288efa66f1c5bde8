import { understood } from '../../../pipelines/ingest';
import type { Document, Grid } from '../../../schemas/cell';
import type { Prepared } from '../../../schemas/submission';
import { catalogue } from '../take-in';

/** A sheet, its rows written with ; between the cells. */
const sheet = (name: string, ...rows: string[]): Grid => ({
  kind: 'grid',
  sheet: name,
  rows: rows.map((row, line) =>
    row
      .split(';')
      .map((text, column) => ({ text, literal: false, at: { row: line + 1, column: column + 1, sheet: name } })),
  ),
});
const head = ['Đơn vị báo cáo;Bắc Giang', 'Kỳ báo cáo;Năm 2020'];
const list = (name: string, type: string, count: number) =>
  sheet(
    name,
    ...head,
    'STT;Tên HTX;Loại hình;Tình trạng',
    ...Array.from({ length: count }, (_, index) => `${index + 1};${type} số ${index + 1};${type};đang hoạt động`),
  );
const annex = (name: string) =>
  sheet(name, ...head, 'TT;Chỉ tiêu;ĐVT;Thực hiện', '1;Tổng số HTX;HTX;869', '2;Giải thể;HTX;4');
const file = (...grids: Grid[]): Document => ({ kind: 'grids', grids });
const read = (document: Document) => understood(document, {}, catalogue).map(summary);

function summary(part: Prepared) {
  if (part.kind === 'refused') return part.sentence;
  const counts = part.observations.filter(({ code, sector }) => code.endsWith('.count') && sector === 'all');
  const notes = part.findings.filter(({ rule }) => rule.startsWith('sheet.')).map(({ message }) => message);
  return [part.form, ...counts.map(({ code, amount }) => `${code} ${amount.inBase()}`), ...notes].join('; ');
}

test('lists of different kinds on several sheets are one register', () => {
  expect(read(file(list('HTX', 'HTX', 3), list('THT', 'THT', 2)))).toEqual(['B02; htx.count 3; tht.count 2']);
});

test('two lists of one kind can be counted by nobody', () => {
  expect(read(file(list('Quý I', 'HTX', 3), list('Quý II', 'HTX', 4)))).toEqual([
    expect.stringContaining('hãy gộp thành một danh sách'),
  ]);
});

test('a row without a type on one sheet leaves the lists of all sheets uncounted', () => {
  const [odd, ...rows] = list('DS', 'HTX', 3).rows.toReversed();
  const untyped = {
    ...list('DS', 'HTX', 3),
    rows: [...rows.toReversed(), (odd ?? []).map((cell, column) => ({ ...cell, text: column === 0 ? '3' : '???' }))],
  };
  for (const sheets of [file(untyped, list('THT', 'THT', 2)), file(list('THT', 'THT', 2), untyped)])
    expect(read(sheets)).toEqual(['B02']);
  expect(read(file(untyped, list('HTX', 'HTX', 2)))).toEqual([expect.stringContaining('hãy gộp thành một danh sách')]);
});

test('a refusal names the sheet that it is of', () => {
  const bare = sheet('THT', 'STT;Tên THT;Loại hình;Tình trạng', '1;THT số 1;THT;đang hoạt động');
  expect(read(file(list('HTX', 'HTX', 3), bare))).toEqual([
    'B02; htx.count 3',
    expect.stringMatching(/^trang "THT": báo cáo không ghi kỳ báo cáo/),
  ]);
});

test('a list on a hidden sheet gives way to one that is seen, and is said where it is loaded', () => {
  const hidden = (grid: Grid): Grid => ({
    ...grid,
    frame: { hidden: true, merges: [], hiddenRows: [], hiddenColumns: [] },
  });
  expect(read(file(hidden(list('Cũ', 'HTX', 3)), list('Mới', 'HTX', 4)))).toEqual([
    'B02; htx.count 4; Không đọc trang "Cũ" vì trang bị ẩn, và danh sách của cùng tỉnh, cùng kỳ có ở trang khác.',
  ]);
  const other = sheet('Cũ', head[0] ?? '', 'Kỳ báo cáo;Năm 2019', 'STT;Tên HTX;Loại hình;Tình trạng', '1;A;HTX;');
  expect(read(file(hidden(other), list('Mới', 'HTX', 4)))).toEqual([
    expect.stringMatching(/^B02; htx.count 1; Sổ tính có trang "Cũ" bị ẩn; trang này vẫn được đọc/),
    'B02; htx.count 4',
  ]);
  expect(read(file(hidden(list('THT', 'THT', 3)), list('HTX', 'HTX', 4)))).toEqual([
    expect.stringMatching(/^B02; tht.count 3; htx.count 4; Sổ tính có trang "THT" bị ẩn/),
  ]);
  const rows = { hidden: false, merges: [], hiddenRows: [2, 5], hiddenColumns: [4] };
  expect(read(file({ ...list('DS', 'HTX', 3), frame: rows }))).toEqual([
    'B02; htx.count 3; Ở trang "DS", dòng 5 và cột D bị ẩn vẫn được đọc.',
  ]);
});

test('a report and its register in one workbook are two submissions', () => {
  expect(read(file(list('DS', 'HTX', 3), annex('Biểu 01')))).toEqual(['B01; htx.count 869', 'B02; htx.count 3']);
});

test('sheets that hold no form are said', () => {
  expect(read(file(list('DS', 'HTX', 3), sheet('Ghi chép', 'gọi lại cho huyện'), sheet('Trống')))).toEqual([
    'B02; htx.count 3; Không đọc trang "Ghi chép" vì không có biểu B01 hay B02.',
  ]);
});
