import { takeRegisters } from '../../../pipelines/register/in-file';
import { readFile } from '../../../sources/read';
import { workbook } from '../workbook';
import { catalogue, findings, lines, list, register } from './written';

const figures = (read: ReturnType<typeof register>) =>
  read.register?.map((row) => [row.members, row.charter_capital, row.revenue].map((each) => each?.inBase() ?? null));

test('titles over divided columns, with the unit above or below', () => {
  const read = register(
    list('TT;Tên HTX;Loại hình;Địa chỉ;;Thời gian;Số thành viên;;Vốn điều lệ;Kết quả (triệu đồng);', [
      ';;;Xã;Huyện;thành lập;Tổng số;Trong đó: nữ;(tỷ đồng);Doanh thu;Lợi nhuận',
      '1;HTX A;HTX;Tân Hưng;Khoái Châu;12/5/2015;25;10;1,5;2340;120',
    ]),
  );
  expect(read.register?.[0]).toMatchObject({ commune: 'Tân Hưng', district: 'Khoái Châu', founded_on: '2015-05-12' });
  expect(figures(read)).toEqual([['25', '1500000000', '2340000000']]);
  expect(read.register?.[0]?.profit?.inBase()).toBe('120000000');
  expect(findings(read)).toEqual(['column.unknown note at row 4, column 8: Số thành viên Trong đó: nữ']);
});

test('a name that is divided in two: Vốn over Điều lệ', () => {
  const read = register(
    list('STT;Tên HTX;Loại hình;Vốn (triệu đồng);', [';;;Điều lệ;Doanh thu', '1;HTX A;HTX;900;800']),
  );
  expect(figures(read)).toEqual([[null, '900000000', '800000000']]);
});

test('titles that stand above the row with the names', () => {
  const read = register(
    list(';;;Địa chỉ;;Kết quả (triệu đồng);', [
      'STT;Tên HTX;Loại hình;Xã;Huyện;Doanh thu;Vốn điều lệ',
      '1;HTX A;HTX;X;H;800;900',
    ]),
  );
  expect(figures(read)).toEqual([[null, '900000000', '800000000']]);
});

test('three rows', () => {
  const read = register(
    list('STT;Tên HTX;Loại hình;Số liệu năm 2021;;', [
      ';;;Quy mô;;Kết quả',
      ';;;Số thành viên;Vốn điều lệ (triệu đồng);Doanh thu (triệu đồng)',
      '1;HTX A;HTX;7;900;800',
    ]),
  );
  expect(figures(read)).toEqual([['7', '900000000', '800000000']]);
});

test('a header of several rows comes again on a new page', () => {
  const header = ['STT;Tên HTX;Loại hình;Vốn (triệu đồng);', ';;;Điều lệ;Doanh thu'];
  const read = register(
    list(header[0] ?? '', [header[1] ?? '', '1;HTX A;HTX;900;800', ...header, '2;HTX B;HTX;700;600']),
  );
  expect(read.rows).toBe(2);
  expect(findings(read)).toEqual([]);
});

test('what stands below a header of one row is a row', () => {
  const read = register(list('STT;Tên HTX;Loại hình;Huyện', [';Tân Hưng;HTX;Yên Dũng']));
  expect(read.rows).toBe(1);
});

test('merged cells of a workbook', async () => {
  const file = await workbook(
    {
      DS: [
        ['Đơn vị báo cáo', 'Bắc Giang'],
        ['Kỳ báo cáo', '6 tháng đầu năm 2021'],
        ['STT', 'Tên HTX', 'Loại hình', 'Vốn và kết quả (triệu đồng)', null, 'Số thành viên'],
        [null, null, null, 'Vốn điều lệ', 'Doanh thu', 'Tổng số'],
        [1, 'HTX A', 'HTX', 900, 800, 7],
      ],
    },
    (sheet) => sheet.mergeCells('D3:E3'),
  );
  const document = await readFile(file);
  if (document.kind === 'refusal') throw new Error(document.sentence);
  const [read] = takeRegisters(document, {}, catalogue).registers;
  if (read?.kind !== 'prepared') throw new Error('no register');
  expect(figures(read)).toEqual([['7', '900000000', '800000000']]);
  expect(findings(read)).toEqual([]);
});

test('a word in cells that are merged down a column is each row’s; a figure is not', async () => {
  const file = await workbook(
    {
      DS: [
        ['Đơn vị báo cáo', 'Bắc Giang'],
        ['Kỳ báo cáo', '6 tháng đầu năm 2021'],
        ['STT', 'Huyện', 'Tên đơn vị', 'Loại hình', 'Lĩnh vực', 'Số thành viên'],
        [1, 'Yên Dũng', 'Tân Hưng', 'HTX', 'Nông nghiệp', 7],
        [2, null, 'Tân Dân', null, null, null],
        [3, null, 'Vải sớm', 'THT', 'nấm', 8],
        [null, 'Cộng huyện Yên Dũng', null, null, null, 15],
        [4, 'Lục Ngạn', 'Cam Vinh', null, null, 9],
        [5, null, 'Bưởi', null, null, 1],
      ],
    },
    (sheet) => {
      for (const area of ['B4:B6', 'D4:D5', 'E4:E5', 'F4:F5', 'B8:B9', 'D6:D9', 'E6:E9']) sheet.mergeCells(area);
    },
  );
  const document = await readFile(file);
  if (document.kind === 'refusal') throw new Error(document.sentence);
  const [read] = takeRegisters(document, {}, catalogue).registers;
  if (read?.kind !== 'prepared') throw new Error('no register');
  expect(read.register?.map((row) => [row.name, row.district, row.type, row.sector, row.members?.inBase()])).toEqual([
    ['Tân Hưng', 'Yên Dũng', 'htx', 'agri', '7'],
    ['Tân Dân', 'Yên Dũng', 'htx', 'agri', undefined],
    ['Vải sớm', 'Yên Dũng', 'tht', null, '8'],
    ['Cam Vinh', 'Lục Ngạn', 'tht', null, '9'],
    ['Bưởi', 'Lục Ngạn', 'tht', null, '1'],
  ]);
  expect(findings(read).filter((each) => each.startsWith('value.unknown'))).toEqual(['value.unknown error at E6: nấm']);
});

test('what a sheet shows otherwise than it keeps is held or asked about, as in a report', async () => {
  const file = await workbook(
    {
      DS: [
        ['Đơn vị báo cáo', 'Bắc Giang'],
        ['Kỳ báo cáo', '6 tháng đầu năm 2021'],
        ['Tên HTX', 'Loại hình', 'Vốn điều lệ (triệu đồng)', 'Số lao động', 'Số thành viên'],
        ['HTX A', 'HTX', 1500000, 3, { formula: '3+4' }],
        ['HTX B', 'HTX', 2500000, 4, 8],
        ['HTX C', 'HTX', 900, 5, { formula: 'A1', result: { error: '#REF!' } }],
      ],
    },
    (sheet) => {
      for (const cell of ['C4', 'C5']) sheet.getCell(cell).numFmt = '#,##0,';
      sheet.getCell('D4').numFmt = ';;;';
    },
  );
  const document = await readFile(file);
  if (document.kind === 'refusal') throw new Error(document.sentence);
  const [read] = takeRegisters(document, {}, catalogue).registers;
  if (read?.kind !== 'prepared') throw new Error('no register');
  expect(
    read.register?.map((row) => [row.charter_capital, row.labour, row.members].map((each) => each?.inBase())),
  ).toEqual([
    [undefined, '3', undefined],
    [undefined, '4', '8'],
    ['900000000', '5', undefined],
  ]);
  expect(findings(read)).toEqual([
    'cell.no_result error at E4: ',
    'cell.unshown warning at D4: 3',
    'cell.scaled error at C4: 1500000',
    'cell.error_value error at E6: #REF!',
  ]);
  expect(read.findings.find(({ rule }) => rule === 'cell.scaled')?.message).toMatch(
    /^Ở ô C4 trang "DS" và 1 ô khác, cột "Vốn điều lệ \(triệu đồng\)": trang tính hiển thị "1500" nhưng/,
  );
});

test('marks under the words of a type and a status', () => {
  const read = register(
    list('STT;Tên HTX;Loại hình;;;Tình trạng;;Số thành viên', [
      ';;HTX;QTDND;LHHTX;Đang hoạt động;Ngừng hoạt động;',
      '1;Tân Hưng;x;;;x;;10',
      '2;Văn Lâm;;✔;;x;;20',
      '3;Sông Thương;-;0;x;;3/2020;30',
    ]),
  );
  expect(read.register?.map(({ type, status }) => [type, status])).toEqual([
    ['htx', 'active'],
    ['qtdnd', 'active'],
    ['lhhtx', 'ceased'],
  ]);
  expect(findings(read)).toEqual([]);
  expect(read.columns.map(({ role, header }) => [role, header])).toContainEqual(['status', 'Tình trạng']);
});

test('words of a status as headers by themselves', () => {
  const read = register(list('STT;Tên HTX;Loại hình;Đang hoạt động;Giải thể', ['1;HTX A;HTX;x;', '2;HTX B;HTX;;x']));
  expect(lines(read)).toEqual(['htx.count all 1 HTX', 'htx.active all 1 HTX', 'htx.ceased all 0 HTX']);
});

test.each(['(1);(2);(3);(4);(5);(6);(7)', '1;2;3;4;5;6;7=(8)+(9)'])(
  'the numbers of the columns below a choice are no cooperative: %s',
  (numbers) => {
    const read = register(
      list('STT;Tên HTX;Loại hình;Tình trạng;;;Số thành viên', [
        ';;;Đang hoạt động;Ngừng hoạt động;Giải thể;',
        numbers,
        '1;HTX A;HTX;x;;;7',
      ]),
    );
    expect(lines(read)).toContain('htx.count all 1 HTX');
    expect(findings(read)).toEqual([]);
  },
);

test('two marks in one choice are none, and said', () => {
  const read = register(list('STT;Tên HTX;Loại hình;Đang hoạt động;Giải thể', ['1;HTX A;HTX;x;x', '2;HTX B;HTX;x;']));
  expect(read.register?.map(({ status }) => status)).toEqual([null, 'active']);
  expect(findings(read)[0]).toBe('value.unknown error at row 4, column 4: x, x');
});
