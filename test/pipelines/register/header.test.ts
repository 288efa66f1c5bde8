import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CatalogueError, loadCatalogue } from '../../../config/catalogue';
import { findings, line, lines, list, register, rowOf, sentences, taken } from './written';

const config = path.join(__dirname, '..', '..', '..', 'config');
const csvRows = (name: string) => readFileSync(path.join(config, name), 'utf8').trim().split('\n').slice(1);

/** A cell of each column, and what it is read as. */
const cells: Readonly<Record<string, [written: string, read: unknown]>> = {
  name: ['HTX Tân Hưng', 'HTX Tân Hưng'],
  tax_code: ['2400109100', '2400109100'],
  type: ['HTX', 'htx'],
  sector: ['Nông nghiệp', 'agri'],
  district: ['Lục Ngạn', 'Lục Ngạn'],
  commune: ['Tân Hưng', 'Tân Hưng'],
  founded_on: ['31/5/2021', '2021-05-31'],
  status: ['Đang hoạt động', 'active'],
  hitech: ['x', true],
  value_chain: ['x', true],
  alliance_member: ['x', true],
  rating: ['Tốt', 'good'],
};

test.each(
  csvRows('register-headers.csv')
    .map((row) => /^(\w+),"?(.*?)"?$/.exec(row)?.slice(1) as [string, string])
    .filter(([role]) => role in cells && role !== 'name'),
)('the column %s may be called "%s"', (role, header) => {
  const [written, read] = cells[role] ?? [];
  // Beside the name and the number, so that this is the third column that makes the header one.
  expect(rowOf(list(`STT;Tên HTX;${header}`, [`1;HTX Tân Hưng;${written}`]))).toMatchObject({ [role]: read });
});

test.each(
  csvRows('register-headers.csv')
    .map((row) => /^(\w+),"?(.*?)"?$/.exec(row)?.slice(1) as [string, string])
    .filter(([role]) => ['members', 'labour', 'charter_capital', 'revenue', 'profit', 'labour_income'].includes(role)),
)('the column %s may be called "%s", with its unit', (role, header) => {
  const money = role !== 'members' && role !== 'labour';
  const named = `"${header}${money ? ' (triệu đồng)' : ''}"`;
  const row = rowOf(list(`STT;Tên HTX;${named}`, ['1;HTX Tân Hưng;12']));
  expect(row[role as 'members']?.inBase()).toBe(money ? '12000000' : '12');
});

test.each(csvRows('register-headers.csv').filter((row) => row.startsWith('name,')))(
  '%s names the cooperative',
  (row) => {
    const header = row.slice('name,'.length).replaceAll('"', '');
    expect(rowOf(list(`STT;"${header}";MST`, ['1;HTX Tân Hưng;']))).toMatchObject({ name: 'HTX Tân Hưng' });
  },
);

test.each(
  csvRows('register-values.csv').flatMap((row) => {
    const [column = '', value = '', spellings = ''] = row.split(',');
    return [value, ...spellings.split('|')].map((spelling): [string, string, string] => [column, spelling, value]);
  }),
)('the %s "%s" is %s', (column, spelling, value) => {
  const header = { type: 'Loại hình', status: 'Tình trạng', rating: 'Xếp loại' }[column];
  const read = register(list(`STT;Tên HTX;${header}`, [`1;HTX A;${spelling}`]));
  expect(read.register?.[0]).toMatchObject({ [column]: value === 'none' ? null : value, unreadable: [] });
});

test.each<[header: string, capital: string]>([
  ['Vốn điều lệ (triệu đồng)', '12000000'],
  ['Vốn điều lệ (ĐVT: triệu đồng)', '12000000'],
  ['Vốn điều lệ (đơn vị tính: tỷ đồng)', '12000000000'],
  ['Vốn điều lệ, triệu đồng', '12000000'],
  ['Vốn điều lệ - tr.đ', '12000000'],
  ['VỐN ĐIỀU LỆ\n(Triệu đồng)', '12000000'],
  ['Vốn điều lệ\ntriệu đồng', '12000000'],
  ['Von dieu le (triệu đồng)', '12000000'],
])('"%s" says the unit', (header, capital) => {
  const read = register(list(`STT;Tên HTX;"${header}"`, ['1;HTX A;12']));
  expect(read.register?.[0]?.charter_capital?.inBase()).toBe(capital);
  expect(findings(read).filter((each) => !each.startsWith('type.missing'))).toEqual([]);
});

test('thousands of đồng in square brackets are a unit as well', () => {
  expect(rowOf(list('STT;Tên HTX;Vốn điều lệ [nghìn đồng]', ['1;HTX A;120000'])).charter_capital?.inBase()).toBe(
    '120000000',
  );
});

test.each<[header: string, cell: string, income: string]>([
  ['Thu nhập bình quân (triệu đồng/người/tháng)', '5', '60000000'],
  ['Thu nhập bình quân (triệu đồng/năm)', '60', '60000000'],
  ['Thu nhập bình quân/tháng (triệu đồng)', '5', '60000000'],
  ['Thu nhập bình quân người/tháng (triệu đồng)', '5', '60000000'],
  ['Thu nhập bình quân một tháng, triệu đồng', '5', '60000000'],
  ['Thu nhập BQ lao động/tháng (nghìn đồng)', '5000', '60000000'],
  ['Thu nhập bình quân năm 2021 (triệu đồng)', '60', '60000000'],
  ['Thu nhập bình quân (tháng)', '5 triệu', '60000000'],
  ['Thu nhập bình quân (triệu đồng)', '5 triệu đồng/người/tháng', '60000000'],
  ['Thu nhập bình quân/tháng (triệu đồng)', '60 triệu đồng/năm', '60000000'],
])('an income under "%s" is one of a month or of a year', (header, cell, income) => {
  const read = register(list(`Tên HTX;Loại hình;Số lao động;${header}`, [`A;HTX;7;${cell}`]));
  expect(read.register?.[0]?.labour_income?.inBase()).toBe(income);
  expect(findings(read)).toEqual([]);
});

test('an income of which nothing says the time is taken for a year’s, and somebody has to look, once', () => {
  const read = register(list('Tên HTX;Loại hình;Thu nhập bình quân (triệu đồng)', ['A;HTX;60', 'B;HTX;48']));
  expect(read.register?.map((row) => row.labour_income?.inBase())).toEqual(['60000000', '48000000']);
  expect(findings(read)).toEqual(['income.time warning at row 3, column 3: Thu nhập bình quân (triệu đồng)']);
});

test('a header that is doubted for each of its rows is named once', () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((name) => `HTX ${name};HTX;36`);
  const read = register(list('Tên HTX;Loại hình;Thu nhập bình quân (triệu đồng)', rows));
  expect(sentences(read, 'income.time')).toEqual([
    expect.stringMatching(/^Tiêu đề cột "Thu nhập bình quân \(triệu đồng\)" \(dòng 3, cột 3\) không cho biết/),
  ]);
});

test('the cell’s unit beats the header’s, which beats the preamble’s', () => {
  const header = 'Tên HTX;Loại hình;Vốn điều lệ;Doanh thu (tỷ đồng);Số thành viên';
  const read = register(list(header, ['A;HTX;500;2;7', 'B;HTX;1,5 tỷ;300 triệu;8'], ['Đơn vị tính;triệu đồng, người']));
  const money = read.register?.map((row) => [
    row.charter_capital?.inBase(),
    row.revenue?.inBase(),
    row.members?.inBase(),
  ]);
  expect(money).toEqual([
    ['500000000', '2000000000', '7'],
    ['1500000000', '300000000', '8'],
  ]);
  expect(findings(read)).toEqual([]);
});

test('money without any unit is not used: one finding for the column', () => {
  const read = register(
    list('Tên HTX;Loại hình;Vốn điều lệ;Số thành viên', ['A;HTX;500;7', 'B;HTX;300;8', 'C;HTX;2 tỷ;9']),
  );
  expect(read.register?.map((row) => row.charter_capital?.inBase())).toEqual([undefined, undefined, '2000000000']);
  expect(read.register?.[0]?.unreadable).toEqual(['charter_capital']);
  expect(findings(read)).toEqual(['unit.missing error at row 4, column 3: 500']);
  expect(sentences(read, 'unit.missing')[0]).toMatch(/ Vì vậy chưa tính được từ danh sách: "Tổng vốn điều lệ HTX"\.$/);
  expect(sentences(read, 'unit.missing')[0]).toContain(
    '2 số không ghi đơn vị, ví dụ "500" (dòng 4, cột 3); "300" (dòng 5, cột 3)',
  );
});

test('a unit that cannot be meant is none: the column or cell is not read, and said', () => {
  const header = 'Tên HTX;Loại hình;Vốn điều lệ (đã góp);Doanh thu (triệu đồng);Số thành viên (nữ)';
  const read = register(list(header, ['A;HTX;500;12 người;3', 'B;HTX;300;12;4']));
  expect(read.register?.[0]).toMatchObject({ charter_capital: null, revenue: null, members: null });
  expect(findings(read)).toEqual([
    'unit.unknown error at row 3, column 3: Vốn điều lệ (đã góp)',
    'column.unknown note at row 3, column 5: Số thành viên (nữ)',
    'unit.mismatch error at row 4, column 4: 12 người',
  ]);
});

test('columns are found in any order; unknown ones are noted once, the second of one meaning is left out', () => {
  const header = 'Vốn điều lệ (tỷ đồng);Giám đốc;Tên HTX;Ghi chú;Vốn điều lệ (triệu đồng);Loại hình';
  const read = register(list(header, ['2;Ông A;HTX A;mới;9;HTX', '3;Bà B;HTX B;;9;HTX']));
  expect(lines(read)).toEqual(['htx.count all 2 HTX', 'htx.charter_capital all 5 tỷ đồng']);
  expect(findings(read)).toEqual([
    'column.unknown note at row 3, column 2: Giám đốc',
    'column.twice warning at row 3, column 5: Vốn điều lệ (triệu đồng)',
  ]);
  expect(read.observations.map(({ code, at, raw }) => [code, at, raw])).toEqual([
    ['htx.count', { row: 3, column: 3 }, '2 dòng'],
    ['htx.charter_capital', { row: 3, column: 1 }, '2 dòng'],
  ]);
});

test('of two years the report’s own is read; another year alone is read and doubted', () => {
  const both = register(list('Tên HTX;Loại hình;Doanh thu 2020 (tỷ đồng);Doanh thu 2021 (tỷ đồng)', ['A;HTX;1;2']));
  expect(both.observations.map(line)).toContain('htx.revenue_avg all 2000 triệu đồng/năm');
  expect(findings(both)).toEqual(['column.twice warning at row 3, column 3: Doanh thu 2020 (tỷ đồng)']);
  const one = register(list('Tên HTX;Loại hình;Doanh thu năm 2020 (tỷ đồng)', ['A;HTX;1']));
  expect(findings(one)).toEqual(['column.other_year warning at row 3, column 3: Doanh thu năm 2020 (tỷ đồng)']);
});

test.each([
  'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Kế hoạch',
  'province;period;as_of;code;sector;unit;value;plan;note',
  'STT;Tên đơn vị;Ghi chú',
  'Tên HTX;Vốn điều lệ',
  'STT;Loại hình;Lĩnh vực;Số thành viên',
])('"%s" heads no register', (header) => {
  expect(taken(list(header, ['1;2;3;4;5;6;7;8;9']))).toBeNull();
});

describe('a fault in the words of the register is refused at start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'danh mục '));
    cpSync(config, folder, { recursive: true, filter: (name) => name === config || name.endsWith('.csv') });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['register-headers.csv', 'labour,Vốn điều lệ', '"Vốn điều lệ" means both charter_capital and labour'],
    ['register-headers.csv', 'capital,Vốn', 'register-headers.csv: row'],
    ['register-values.csv', 'status,ceased,Hoạt động', '"Hoạt động" means both active and ceased in status'],
    ['register-values.csv', 'status,closed,Đóng cửa', 'register-values.csv: "closed" is no status'],
  ])('%s: %s', (file, row, said) => {
    writeFileSync(path.join(folder, file), `${readFileSync(path.join(folder, file), 'utf8').trim()}\n${row}\n`);
    expect(() => loadCatalogue(folder)).toThrow(CatalogueError);
    expect(() => loadCatalogue(folder)).toThrow(said);
  });
});
