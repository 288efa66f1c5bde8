import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Cell, Workbook } from 'exceljs';
import { projectRoot } from '../../config/root';
import { markedCopy } from '../../jobs/commands/annotate';
import type { Warehouse } from '../../jobs/warehouse';
import { findingRecord, placedFindings } from '../../sinks/warehouse/findings';
import { catalogue, submitted, type TestWarehouse, testWarehouse } from '../setup/warehouse';
import { encode } from '../sources/encoding/encode';

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await testWarehouse();
});
afterAll(() => warehouse.drop());

const fixture = readFileSync(path.join(projectRoot, 'test/fixtures/b01-three-bad-rows.csv'), 'utf8');

/** Hands a file in; what its report says: figures with their places, and findings. */
async function said(file: string | Buffer, part = 1) {
  const { receipt } = await submitted(warehouse.pool, file);
  const submission = `${receipt}-${part}`;
  const { rows: figures } = await warehouse.pool.query(
    'select code, sector, measure, value_base, locator from observation where submission = $1 order by code, sector, measure',
    [submission],
  );
  const all = await placedFindings(warehouse.pool, { province: null, period: null, submission });
  // What stands between two reports is of no copy.
  const findings = all.filter(({ rule }) => !rule.startsWith('revision.'));
  // Itself, or as a copy of the report that it was made from.
  const { rows } = await warehouse.pool.query(
    `select from submission join standing on standing.submission = coalesce(same_as, submission.submission)
     where submission.submission = $1 and known_until = 'infinity'`,
    [submission],
  );
  return {
    submission,
    stands: rows.length > 0,
    figures,
    findings: findings.map(findingRecord).map(({ rule, locator, raw, message }) => ({ rule, locator, raw, message })),
  };
}

async function copyOf(submission: string): Promise<Buffer> {
  const open = { ...warehouse, schema: 'tonghop', id: '', catalogue, close: async () => {} } satisfies Warehouse;
  return (await markedCopy(open, [{ province: null, period: null, submission }], 'copy')).content;
}

function records(copy: Buffer, delimiter = ';'): string[][] {
  return parse(copy, { delimiter, bom: true, relax_column_count: true });
}

test('the file comes back with two more columns, mended and handed in again it is a revision without these findings', async () => {
  const original = await said(fixture);
  const copy = await copyOf(original.submission);
  expect(copy.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
  const before = parse(fixture, { delimiter: ';', relax_column_count: true }) as string[][];
  const after = records(copy);
  expect(after[0]).toEqual([...(before[0] ?? []), 'Ô thừa', 'Cần xem lại', 'Đề nghị sửa']);
  for (const [index, row] of after.entries()) {
    expect(row).toHaveLength(12);
    expect(row.slice(0, before[index]?.length)).toEqual(index === 0 ? before[0] : before[index]);
    if (![0, 1, 7, 20, 35].includes(index)) expect(row.slice(9)).toEqual(['', '', '']);
  }
  expect(after[1]?.[10]).toMatch(/^Cả báo cáo: Báo cáo thiếu 1 chỉ tiêu bắt buộc/);
  expect([after[7]?.[10], after[20]?.[10], after[35]?.[10]]).toEqual([
    expect.stringMatching(/^cột D \(code\): Không có chỉ tiêu "htx\.cuont"/),
    expect.stringMatching(/^cột G \(value\): Không đọc được số "năm trăm"/),
    expect.stringMatching(/^cột J: Dòng 36 có 10 ô, nhiều hơn 9 cột/),
  ]);

  const untouched = await said(copy);
  expect(untouched).toEqual({ ...original, submission: untouched.submission });

  const mended = copy
    .toString()
    .replace('htx.cuont', 'htx.count')
    .replace(';năm trăm;', ';2300;')
    .replace(';100;85;;85 triệu;', ';235,92;;;;');
  const revision = await said(mended);
  expect(revision).toMatchObject({ stands: true, findings: [{ rule: 'indicator.missing' }] });
  expect(revision.figures).toHaveLength(50);
});

const faulty = [
  'Đơn vị báo cáo;Liên minh HTX tỉnh Bắc Giang',
  'Kỳ báo cáo;6 tháng đầu năm 2021',
  '',
  'TT;Chỉ tiêu;Đơn vị tính;Thực hiện;Ghi chú',
  'I;HỢP TÁC XÃ;;;',
  '1;Tổng số HTX;HTX;869;"như ""năm trước"""',
  '-;Nông nghiệp;HTX;năm trăm;',
  '3;"Thành lập\nmới";HTX;~ 50 hay 60;"xem\nkèm theo"',
  '4;Giải thể;HTX;-;',
];
let documents = 0;
/** Of a document of its own, for the same bytes are the same submission. */
function lines(end: string): string {
  documents += 1;
  return `${faulty.with(2, `Số văn bản;${documents}/BC`).join(end)}${end}`;
}
const by = (delimiter: string) => lines('\n').replaceAll(';', delimiter);

test.each<[string, string | Buffer, string]>([
  ['semicolons', lines('\n'), ';'],
  ['tabs', by('\t'), '\t'],
  ['commas', by(','), ','],
  ['CR LF', lines('\r\n'), ';'],
  ['no line end at the end', lines('\n').trimEnd(), ';'],
  ['trailing empty cells', lines('\n').replace(/^([14];.*|-;.*)$/gm, '$1;;;'), ';'],
  ['a byte-order mark', encode(lines('\n'), 'utf-8 bom'), ';'],
  ['UTF-16', encode(lines('\r\n'), 'utf-16le bom'), ';'],
  ['TCVN3', encode(lines('\r\n').replace('HỢP TÁC XÃ', 'Hợp tác xã'), 'tcvn3'), ';'],
])('%s: each record as it was with the texts after it, and nothing of them is read', async (_, file, delimiter) => {
  const original = await said(file);
  expect(original.findings.map(({ rule, locator }) => `${rule} ${locator}`)).toEqual([
    'number.unreadable row 7, column 4',
    'number.unreadable row 8, column 4',
  ]);
  const copy = await copyOf(original.submission);
  const [header, , , second, third] = records(copy, delimiter).slice(3);
  expect(header?.slice(-2)).toEqual(['Cần xem lại', 'Đề nghị sửa']);
  expect(second?.at(-2)).toMatch(/^cột D \(Thực hiện\): Không đọc được số "năm trăm"/);
  expect(third?.at(-2)).toMatch(/^cột D \(Thực hiện\): .*~ 50 hay 60/);

  for (const record of faulty.slice(5)) {
    const own = record.replaceAll(';', delimiter).split('\n').at(-1) ?? '';
    expect(copy.toString()).toContain(own);
  }
  const lineEnds = (text: string) => text.match(/[\r\n]+/g);
  expect(lineEnds(copy.toString())).toEqual(lineEnds(file.toString().replaceAll('\0', '')));

  const again = await said(copy);
  expect(again).toEqual({ ...original, submission: again.submission });
  expect((await copyOf(again.submission)).toString()).toBe(copy.toString());
});

test('of a file of many provinces, only what is about the one that was asked for', async () => {
  const head = 'province,period,code,sector,unit,value';
  const rows = [
    '24,2021-Q1,htx.count,all,HTX,mười',
    '25,2021-Q1,htx.count,all,HTX,chín',
    '25,2021-Q1,htx.new,all,HTX,4',
  ];
  const { submission } = await said(`${[head, ...rows].join('\n')}\n`, 2);
  expect(records(await copyOf(submission), ',').map((row) => row[6])).toEqual([
    'Cần xem lại',
    '',
    expect.stringContaining('chín'),
    '',
  ]);
});

test('what the reporter typed stays text: quotes, line breaks, tags and formulas', async () => {
  const head = 'province;period;code;sector;unit;value';
  const raw = '=cmd("<b>;\n"")';
  const file = `${head}\n24;2021-Q1;htx.count;all;HTX;5\n24;2021-Q1;htx.new;all;HTX;"${raw.replaceAll('"', '""')}"\n`;
  const original = await said(file);
  const copy = await copyOf(original.submission);
  const row = records(copy)[2] ?? [];
  expect(row[5]).toBe(raw);
  expect(row[6]).toMatch(/^cột F \(value\)/);
  expect(row[6]).toContain('=cmd("<b>; "")');
  expect((await said(copy)).findings).toEqual(original.findings);
});

test.each([
  ['inside a cell', 'loại 5" và 6'],
  ['opened and never closed', '"loại 5 và 6'],
  ['closed too early', '"loại 5" và 6'],
])('a quote astray (%s): the texts are not read into its record', async (_, cell) => {
  const rows = faulty.map((row) => row.replace('"như ""năm trước"""', cell)).join('\n');
  const original = await said(`${rows}\n`);
  const { figures } = await said(await copyOf(original.submission));
  expect(figures).toEqual(original.figures);
  expect(figures.map(({ locator }) => locator.row)).toContain(6);
});

test('a line with another delimiter than the rest is taken apart, or its texts would be read as its only other cells', async () => {
  const original = await said(`${faulty.with(8, '4,Giải thể,HTX,7,').join('\n')}\n`);
  expect(original.figures.map(({ locator }) => locator.row)).toContain(9);
  const copy = await copyOf(original.submission);
  expect(records(copy).at(-1)?.slice(0, 4)).toEqual(['4', 'Giải thể', 'HTX', '7']);
  expect((await said(copy)).figures).toEqual(original.figures);
});

test('JSON comes back with what is wrong in each row, its numbers with all their digits', async () => {
  const file = `[{"form":"B01","province":"Bắc Giang","period":"2016-Q3","rows":[
    {"code":"htx.charter_capital","unit":"tỷ đồng","value":2.05659800000000000000001},
    {"code":"htx.cuont","unit":"HTX","value":"5"}, {"code":"htx.new","value":[1]}]}]`;
  const original = await said(file);
  const copy = await copyOf(original.submission);
  expect(copy.toString()).toContain('"value": 2.05659800000000000000001');
  const [report] = JSON.parse(copy.toString());
  expect(report.rows).toEqual([
    { code: 'htx.charter_capital', unit: 'tỷ đồng', value: expect.anything() },
    {
      code: 'htx.cuont',
      unit: 'HTX',
      value: '5',
      can_xem_lai: [expect.stringMatching(/^trường "code": Không có chỉ tiêu "htx\.cuont"/)],
    },
    { code: 'htx.new', value: [1], can_xem_lai: [expect.stringMatching(/^Dòng này: Phần tử ở vị trí/)] },
  ]);
  const again = await said(copy);
  expect(again).toEqual({ ...original, submission: again.submission });
  expect(await copyOf(again.submission)).toEqual(copy);
  const mended = copy
    .toString()
    .replace('htx.cuont', 'htx.count')
    .replace(/\[\s*1\s*\]/, '1');
  expect(await said(mended)).toMatchObject({ stands: true, findings: [] });
});

test('a workbook comes back marked, and mended and handed in again it is a revision', async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 01');
  sheet.addRows([
    ['Đơn vị báo cáo', 'Liên minh HTX tỉnh Lai Châu'],
    ['Kỳ báo cáo', 'Năm 2016'],
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện'],
    ['I', 'HỢP TÁC XÃ'],
    [1, 'Tổng số HTX', 'HTX', 869],
    ['-', 'Nông nghiệp', 'HTX', 'năm trăm'],
    [2, 'Thành lập mới', 'HTX', 12],
  ]);
  const original = await said(Buffer.from(await book.xlsx.writeBuffer()));
  expect(original.findings.map(({ rule, locator }) => `${rule} ${locator}`)).toEqual(['number.unreadable D6']);
  const copy = await copyOf(original.submission);
  const marked = new Workbook();
  await marked.xlsx.load(new Uint8Array(copy).buffer);
  const cell = (at: string) => marked.getWorksheet('Biểu 01')?.getCell(at) as Cell;
  expect([cell('E3').value, cell('F3').value]).toEqual(['Cần xem lại', 'Đề nghị sửa']);
  expect(cell('E6').value).toMatch(/^cột D \(Thực hiện\): Không đọc được số "năm trăm"/);
  expect(cell('D6').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });

  const untouched = await said(copy);
  expect(untouched).toEqual({ ...original, submission: untouched.submission });
  cell('D6').value = 500;
  expect(await said(Buffer.from(await marked.xlsx.writeBuffer()))).toMatchObject({
    stands: true,
    findings: [],
    figures: { length: 3 },
  });
});

test('where several reports stand for what was asked, or none, it says what to choose by', async () => {
  const open = { ...warehouse, schema: 'tonghop', id: '', catalogue, close: async () => {} } satisfies Warehouse;
  await said(
    'province;period;code;sector;unit;value\n30;2015-Q1;htx.count;all;HTX;5\n30;2015-Q2;htx.count;all;HTX;5\n',
  );
  await expect(markedCopy(open, [{ province: '63/30', period: null }], 'copy')).rejects.toThrow(
    /^--annotate: 2 reports stand for that: .*2015-Q1.*2015-Q2.*; choose one by --province and --period, or by --submission$/,
  );
  await expect(markedCopy(open, [{ province: '63/30', period: '1999-Q1' }], 'copy')).rejects.toThrow(
    '--annotate: không có báo cáo nào như vậy đang được dùng',
  );
  expect(await markedCopy(open, [{ province: '63/30', period: '2015-Q2' }], 'copy')).toMatchObject({ findings: 0 });
});
