import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CellValue, Worksheet } from 'exceljs';
import { projectRoot } from '../../../config/root';
import { locatorText } from '../../../schemas/cell';
import { findings, line, lines, report } from '../take-in';
import { reportIn, takeInWorkbook, workbook } from '../workbook';

type Rows = readonly (readonly CellValue[])[];
const preamble: Rows = [
  ['Đơn vị báo cáo', 'Liên minh HTX tỉnh Bắc Giang'],
  ['Kỳ báo cáo', 'Năm 2020'],
];
const header: readonly CellValue[] = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện', 'Kế hoạch'];
/** A report of Bắc Giang for 2020 on one sheet: the header stands in row 3, the section in row 4, the first row in row 5. */
const annexSheet = (rows: Rows, change?: (sheet: Worksheet) => void) =>
  workbook({ 'Biểu 01': [...preamble, header, ['I', 'HỢP TÁC XÃ'], ...rows] }, change);
const sentences = (prepared: Awaited<ReturnType<typeof takeInWorkbook>>) =>
  prepared.map((each) => (each.kind === 'refused' ? each.sentence : 'taken in'));

test('a report that was kept in Excel says what it says as CSV, cell by cell', async () => {
  const bytes = readFileSync(path.join(projectRoot, 'config/reports/24_bac-giang_2021-H1.csv'));
  const rows: string[][] = parse(bytes, { delimiter: ';' });
  const read = await reportIn(await workbook({ 'Biểu 01': rows }));
  const csv = report(bytes);
  const letters = ['', 'A', 'B', 'C', 'D', 'E', 'F', 'G'];
  expect(read.observations.map((each) => `${locatorText(each.at)} ${line(each)}`)).toEqual(
    csv.observations.map((each) => `${'row' in each.at && `${letters[each.at.column]}${each.at.row}`} ${line(each)}`),
  );
  const { province, period, documentDate, asOf, rows: count, rowsLoaded } = csv;
  expect(read).toMatchObject({ province, period, documentDate, asOf, rows: count, rowsLoaded, reading: null });
  expect(findings(read)).toEqual(findings(csv).map((each) => each.replace(/row (\d+), column 4/, 'D$1')));
  expect(read.findings[0]?.message).toContain('(ô D33 trang "Biểu 01")');
});

test('the annex as it is printed: titles merged over several columns, columns numbered, figures as Excel keeps them', async () => {
  const bytes = await workbook(
    {
      'Phụ lục': [
        ['Đơn vị báo cáo: Bắc Giang'],
        ['Kỳ báo cáo: Năm 2020'],
        [],
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả'],
        [null, null, null, 'Thực hiện', null, 'So với năm 2019', null, 'Kế hoạch'],
        [null, null, null, 'Năm 2019', 'Năm 2020', 'Tăng/giảm', '%'],
        ['A', 'B', 'C', 1, 2, '3=2-1', '4=2/1', 5],
        ['I', 'HỢP TÁC XÃ'],
        [1, 'Tổng số HTX', 'HTX', 800, 869, 69, 1.08625, null],
        [2, 'Tổng vốn điều lệ HTX', 'tỷ đồng', 1900, 2056.598, 156.598, 1.0824, 2100.5],
      ],
    },
    (sheet) => {
      for (const area of ['A4:A6', 'B4:B6', 'C4:C6', 'D4:H4', 'D5:E5', 'F5:G5', 'H5:H6', 'A1:H1'])
        sheet.mergeCells(area);
      for (const row of [9, 10]) sheet.getCell(row, 7).numFmt = '0.0%';
      sheet.getCell('E10').numFmt = '#,##0.0';
    },
  );
  const read = await reportIn(bytes);
  expect(lines(read)).toEqual([
    'htx.count all actual 869 HTX',
    'htx.charter_capital all actual 2056.6 tỷ đồng',
    'htx.charter_capital all plan 2100.5 tỷ đồng',
  ]);
  expect(read.observations[0]?.stated.map(({ what, raw }) => [what, raw])).toEqual([
    ['change', '69'],
    ['percent', '108.6%'],
  ]);
  expect(findings(read).filter((each) => !each.startsWith('column.unknown note at D6'))).toEqual([
    'cell.rounded note at E10: 2056.6',
  ]);
});

test('a merged title stands over the columns that it is merged over, and over no other', async () => {
  const rows = [
    ...preamble,
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Kế hoạch'],
    [null, null, null, null, 'Năm 2019', 'Năm 2020', 'Năm 2020'],
    [1, 'Tổng số HTX', 'HTX', 869, 700, 800, 900],
  ];
  const read = await reportIn(await workbook({ Biểu: rows }, (sheet) => sheet.mergeCells('E3:F3')));
  expect(lines(read)).toEqual(['htx.count all actual 869 HTX', 'htx.count all plan 800 HTX']);
  expect(findings(read)).toEqual([
    'column.unknown note at E4: Kế hoạch Năm 2019',
    'column.unknown note at G4: Năm 2020',
  ]);
});

describe('sheets', () => {
  const of = (province: string, count: number): Rows => [
    ['Đơn vị báo cáo', province],
    ['Kỳ báo cáo', 'Năm 2020'],
    header,
    [1, 'Tổng số HTX', 'HTX', count],
  ];

  test('a hidden one, of an earlier state, gives way to the same report on a sheet that everybody sees', async () => {
    const bytes = await workbook(
      { Cũ: of('tỉnh Bắc Giang', 800), 'Bắc Giang': of('Bắc Giang', 869) },
      (sheet, name) => {
        if (name === 'Cũ') sheet.state = 'hidden';
      },
    );
    const read = await reportIn(bytes);
    expect(lines(read)).toEqual(['htx.count all actual 869 HTX']);
    expect(read.findings.map(({ message }) => message)).toEqual([
      'Không đọc trang "Cũ" vì trang bị ẩn, và báo cáo của cùng tỉnh, cùng kỳ có ở trang khác.',
    ]);
  });

  test('a hidden one whose like nobody sees filled is read', async () => {
    const bytes = await workbook({ Cũ: of('Bắc Giang', 800), Trống: of('Bắc Giang', null as never) }, (sheet, name) => {
      if (name === 'Cũ') sheet.state = 'hidden';
    });
    expect(lines(await reportIn(bytes))).toEqual(['htx.count all actual 800 HTX']);
  });

  test('each that holds a form is a report, hidden ones too; the others are named, but for blank ones', async () => {
    const bytes = await workbook(
      {
        'Hướng dẫn': [['Ghi số liệu vào các trang sau']],
        'Bắc Giang': of('Bắc Giang', 869),
        'Lai Châu': of('Lai Châu', 290),
        'Mẫu trống': of('', null as never),
        Trống: [],
      },
      (sheet, name) => {
        if (name === 'Lai Châu') sheet.state = 'hidden';
      },
    );
    const prepared = await takeInWorkbook(bytes);
    expect(
      prepared.map((each) => (each.kind === 'prepared' ? [each.province, lines(each), findings(each)] : each.sentence)),
    ).toEqual([
      [
        '63/24',
        ['htx.count all actual 869 HTX'],
        ['sheet.passed_over note at no cell: null', 'sheet.passed_over note at no cell: null'],
      ],
      ['63/12', ['htx.count all actual 290 HTX'], ['sheet.hidden warning at A1: null']],
    ]);
    const messages = prepared
      .flatMap((each) => (each.kind === 'prepared' ? each.findings : []))
      .map(({ message }) => message);
    expect(messages).toEqual([
      'Không đọc trang "Hướng dẫn" vì không có biểu B01.',
      'Không đọc trang "Mẫu trống" vì có biểu B01 nhưng chưa điền số liệu.',
      'Sổ tính có trang "Lai Châu" bị ẩn; trang này vẫn được đọc và nạp như một báo cáo. Nếu là số liệu cũ, hãy xóa trang này rồi gửi lại, và rút lại báo cáo đã nạp từ trang này.',
    ]);
  });

  test('of one province and period they are one report, and what they say differently is a finding', async () => {
    const read = await reportIn(await workbook({ Một: of('Bắc Giang', 869), Hai: of('tỉnh Bắc Giang', 870) }));
    expect(lines(read)).toEqual([]);
    expect(read.findings.map(({ message }) => message).join()).toMatch(/ô D4 trang "Một".*ô D4 trang "Hai"/);
  });

  test('one that does not say whose it is is refused by its name, and the other is taken in', async () => {
    const prepared = await takeInWorkbook(await workbook({ Một: of('Bắc Giang', 869), Hai: of('', 870) }));
    expect(sentences(prepared)).toEqual(['taken in', expect.stringMatching(/^trang "Hai": báo cáo không ghi đơn vị/)]);
  });
});

describe('cells', () => {
  test('a number is taken with the digits that it shows, whatever its notation would be as text', async () => {
    const read = await reportIn(
      await annexSheet(
        [
          [1, 'Tổng số HTX', 'HTX', 1234],
          [2, 'Tổng vốn điều lệ HTX', 'tỷ đồng', 34.357, 2056.598],
          ['-', 'Nông nghiệp', '', 14.988],
          [3, 'Tỷ lệ HTX hoạt động hiệu quả/tổng số HTX', '%', 0.63168854],
          [4, 'Tổng số thành viên HTX', 'người', 34066],
        ],
        (sheet) => {
          sheet.getCell('D5').numFmt = '#,##0';
          sheet.getCell('E6').numFmt = '#,##0.0';
          sheet.getCell('D7').numFmt = '#,##0.000" tỷ đồng"';
          sheet.getCell('D8').numFmt = '0.0%';
          sheet.getCell('D9').numFmt = '#,##0 "người"';
        },
      ),
    );
    expect(lines(read)).toEqual([
      'htx.count all actual 1234 HTX',
      'htx.charter_capital all actual 34.357 tỷ đồng',
      'htx.charter_capital all plan 2056.6 tỷ đồng',
      'htx.charter_capital agri actual 14.988 tỷ đồng',
      'htx.effective_share all actual 63.2 %',
      'htx.members all actual 34066 người',
    ]);
    expect(findings(read).filter((each) => each.startsWith('cell'))).toEqual(['cell.rounded note at E6: 2056.6']);
    expect(read.observations.map(({ raw }) => raw)).toEqual([
      '1234',
      '34.357',
      '2056.6',
      '14.988 tỷ đồng',
      '63.2%',
      '34066 người',
    ]);
  });

  test('a number that was typed as text is read as text', async () => {
    const read = await reportIn(
      await annexSheet([[1, 'Tổng vốn điều lệ HTX', '', '840,988 tỷ đồng', '2.056,598 tỷ đồng']]),
    );
    expect(lines(read)).toEqual([
      'htx.charter_capital all actual 840.988 tỷ đồng',
      'htx.charter_capital all plan 2056.598 tỷ đồng',
    ]);
  });

  test('a format that shows thousands or millions of the number: nobody can tell what the unit is of, so it is held', async () => {
    const read = await reportIn(
      await annexSheet(
        [
          [1, 'Tổng vốn điều lệ HTX', 'triệu đồng', 2056598000],
          [2, 'Tổng số HTX', 'HTX', 5],
        ],
        (sheet) => {
          sheet.getCell('D5').numFmt = '#,##0,';
        },
      ),
    );
    expect(lines(read)).toEqual(['htx.count all actual 5 HTX']);
    expect(findings(read)).toEqual(['cell.scaled error at D5: 2056598000']);
    expect(read.findings[0]).toMatchObject({ code: 'htx.charter_capital', sector: 'all' });
    expect(read.findings[0]?.message).toContain('hiển thị "2056598" nhưng số lưu trong ô là 2.056.598.000');
  });

  test('a format that adds digits of its own is taken as shown, and said', async () => {
    const read = await reportIn(
      await annexSheet([[1, 'Tổng số thành viên HTX', 'người', 34]], (sheet) => {
        sheet.getCell('D5').numFmt = '0"000"';
      }),
    );
    expect(lines(read)).toEqual(['htx.members all actual 34000 người']);
    expect(findings(read)).toEqual(['cell.shown_otherwise warning at D5: 34000']);
  });

  test('a number whose format shows nothing is read, and said', async () => {
    const read = await reportIn(
      await annexSheet([[1, 'Tổng số HTX', 'HTX', 5]], (sheet) => {
        sheet.getCell('D5').numFmt = ';;;';
      }),
    );
    expect(lines(read)).toEqual(['htx.count all actual 5 HTX']);
    expect(findings(read)).toEqual(['cell.unshown warning at D5: 5']);
  });

  test('a formula counts with its result; one that was never calculated, or failed, is held', async () => {
    const read = await reportIn(
      await annexSheet([
        [1, 'Tổng số HTX', 'HTX', { formula: 'D7+D8', result: 8 }],
        [2, 'Thành lập mới', 'HTX', { formula: 'D9*2', result: undefined as never }],
        [3, 'Giải thể', 'HTX', { error: '#REF!' }, { formula: '1/0', result: { error: '#DIV/0!' } }],
      ]),
    );
    expect(lines(read)).toEqual(['htx.count all actual 8 HTX']);
    expect(findings(read)).toEqual([
      'cell.no_result error at D6: ',
      'cell.error_value error at D7: #REF!',
      'cell.error_value error at E7: #DIV/0!',
    ]);
    expect(read.findings.map(({ code }) => code)).toEqual(['htx.new', 'htx.dissolved', 'htx.dissolved']);
  });

  test('dates are dates: in the preamble as the day, under a figure as nothing that can be read', async () => {
    const rows: Rows = [
      ...preamble,
      ['Số liệu đến ngày', new Date(Date.UTC(2020, 11, 31))],
      header,
      [1, 'Tổng số HTX', 'HTX', 5, new Date(Date.UTC(2020, 4, 1))],
    ];
    const read = await reportIn(await workbook({ Biểu: rows }));
    expect(read.asOf).toBe('2020-12-31');
    expect(findings(read)).toEqual(['number.unreadable error at E5: 2020-05-01']);
  });

  test('hidden rows and columns are read, with one note', async () => {
    const read = await reportIn(
      await annexSheet(
        [
          [1, 'Tổng số HTX', 'HTX', 5],
          [2, 'Thành lập mới', 'HTX', 1, 2],
          [3, 'Giải thể', 'HTX', 3],
          [4, 'HTX ngừng hoạt động', 'HTX', 4],
        ],
        (sheet) => {
          for (const row of [5, 7, 8]) sheet.getRow(row).hidden = true;
          sheet.getColumn(5).hidden = true;
        },
      ),
    );
    expect(read.observations).toHaveLength(5);
    expect(findings(read)).toEqual(['sheet.hidden_cells note at E5: null']);
    expect(read.findings[0]?.message).toBe('Ở trang "Biểu 01", dòng 5, 7–8 và cột E bị ẩn vẫn được đọc.');
  });

  test('a cell beside the table cuts no number in two: its column has no name, so it is not read, and said', async () => {
    const read = await reportIn(await annexSheet([[1, 'Tổng số HTX', 'HTX', 5, 6, null, 'đã kiểm tra']]));
    expect(lines(read)).toEqual(['htx.count all actual 5 HTX', 'htx.count all plan 6 HTX']);
    expect(findings(read)).toEqual(['column.unknown note at G3: ']);
  });
});

describe('what is no workbook that can be read is refused in one sentence', () => {
  const ole = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(stream, 'utf16le')]);
  test.each<[string, () => Promise<Buffer>, string]>([
    ['under a password', async () => ole('EncryptedPackage'), 'sổ tính có mật khẩu'],
    ['of an old Excel', async () => ole('Workbook'), 'sổ tính Excel đời cũ (.xls)'],
    ['cut off', async () => (await annexSheet([[1, 'Tổng số HTX', 'HTX', 5]])).subarray(0, 3000), 'sổ tính bị hỏng'],
    ['empty', async () => workbook({ 'Sheet 1': [], 'Sheet 2': [] }), 'tệp rỗng'],
    [
      'with no form in it',
      async () => workbook({ 'Sheet 1': [['Kính gửi Liên minh']] }),
      'không tìm thấy dòng tiêu đề',
    ],
    ['with a blank form', async () => annexSheet([[1, 'Tổng số HTX', 'HTX', null]]), 'báo cáo không có số liệu nào'],
  ])('%s', async (_, bytes, said) => {
    expect(sentences(await takeInWorkbook(await bytes()))).toEqual([expect.stringContaining(said)]);
  });
});

test('numbers that their format shows shortened are read as shown, and that is said once', async () => {
  const rows = [
    ['Đơn vị báo cáo', 'Bắc Giang'],
    ['Kỳ báo cáo', 'Năm 2020'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện'],
    ['1', 'Tổng vốn điều lệ HTX', 'tỷ đồng', 2056.598],
    ['-', 'Nông nghiệp', 'tỷ đồng', 840.988],
    ['-', 'Quỹ TDND', 'tỷ đồng', 0.1 + 0.2],
  ];
  const read = await reportIn(
    await workbook({ 'Biểu 01': rows }, (sheet) => {
      for (const row of [4, 5]) sheet.getCell(row, 4).numFmt = '#,##0';
    }),
  );
  expect(lines(read)).toContain('htx.charter_capital all actual 2057 tỷ đồng');
  const said = read.findings.filter(({ rule }) => rule === 'cell.rounded');
  expect(said).toHaveLength(1);
  expect(said[0]?.message).toMatch(/^Ô D4 .* hiển thị 2\.057 nhưng trong ô là 2\.056,598 \(và 1 ô khác\)/);
});
