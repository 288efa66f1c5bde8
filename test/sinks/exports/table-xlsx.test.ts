import { Workbook, type Worksheet } from 'exceljs';
import fc from 'fast-check';
import { fromBuffer } from 'yauzl';
import { vietnameseChange, vietnameseNumber } from '../../../schemas/vietnamese';
import type { NamedFinding, Publication } from '../../../sinks/exports/annex';
import { shownNumber } from '../../../sinks/exports/shown-number';
import { tableXlsx } from '../../../sinks/exports/table-xlsx';
import { published } from './published';

const nation = {
  'VN htx.count all': ['25454', '836', '103.4', '25000', '454', '101.816'],
  'VN htx.count agri': ['16520'],
  'VN htx.new all': ['2138', '-381', '84.87'],
  'VN htx.charter_capital all': ['44223.592', '9586.254', '127.66'],
  'VN htx.alliance_member_share all': ['63.16885', '3.25', '105.4'],
  'VN lh.count all': ['102'],
  '24 htx.count all': ['409'],
} as const;

async function opened(publication: Publication): Promise<Workbook> {
  const bytes = await tableXlsx(publication);
  const book = new Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return book;
}

async function sheetOf(publication: Publication, name = 'Bảng tổng hợp'): Promise<Worksheet> {
  const sheet = (await opened(publication)).getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Each row from the one that says `TT`, without borders and the like; a merged cell's text once. */
function rowsOf(sheet: Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow((row) => {
    const values: unknown[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => values.push(cell.master === cell ? cell.value : null));
    rows.push(values);
  });
  return rows.slice(rows.findIndex(([first]) => first === 'TT'));
}

test('whatever the figure, the number and its format show the digits that are printed', () => {
  const digits = fc.stringMatching(/^(0|[1-9]\d{0,20})(\.\d{1,6})?$/);
  fc.assert(
    fc.property(digits, fc.boolean(), fc.boolean(), fc.constantFrom('', '%'), (amount, negative, signed, sign) => {
      const plain = negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
      const printed = `${signed ? vietnameseChange(plain) : vietnameseNumber(plain)}${sign}`;
      const { value, numFmt } = shownNumber(printed, signed);
      if (typeof value !== 'number') return expect(value).toBe(printed);
      expect(shown(value, numFmt ?? '')).toBe(printed);
    }),
    { numRuns: 2000 },
  );
  expect(shownNumber('', true)).toEqual({ value: null });
  expect(shownNumber('123.456.789.012,345', false).value).toBe(123456789012.345);
  expect(shownNumber('9.123.456.789.012,345', false).value).toBe('9.123.456.789.012,345');
});

/** What a spreadsheet does with such a format, keeping 15 digits as it does. */
function shown(value: number, numFmt: string): string {
  const forms = numFmt.split(';');
  const form = (value < 0 ? forms[1] : value === 0 ? forms[2] : forms[0]) ?? `${value < 0 ? '-' : ''}${forms[0]}`;
  const [, sign = '', decimals = '', percent = ''] =
    /^-?\[\$-42A\]([+-]?)#,##0(?:\.(0+))?(?:"(%)")?$/.exec(form) ?? fail(form);
  const kept = Number(Math.abs(value).toPrecision(15)).toFixed(decimals.length);
  return `${form.startsWith('-') ? '-' : sign}${vietnameseNumber(kept)}${percent}`;
}
const fail = (form: string): never => {
  throw new Error(`no format that is known: ${form}`);
};

test('the annex: sections, numbering, figures as numbers, what is not there empty', async () => {
  const sheet = await sheetOf(published(nation));
  expect(rowsOf(sheet).slice(0, 8)).toEqual([
    ...[
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện', 'So với cùng kỳ năm trước', null, 'So với kế hoạch năm', null, null],
    ].map((row) => [...row, 'Số đơn vị báo cáo']),
    [null, null, null, null, 'Tăng/giảm', '%', 'Kế hoạch', 'Tăng/giảm', '%', null],
    ['I', 'HỢP TÁC XÃ', ...Array(8).fill(null)],
    ['1', 'Tổng số HTX', 'HTX', 25454, 836, 103.4, 25000, 454, 101.8, '1/63'],
    ['-', 'Nông nghiệp', 'HTX', 16520, null, null, null, null, null, '1/63'],
    ['4', 'Tỷ lệ %/tổng số HTX', '%', 63.2, 3.3, 105.4, null, null, null, '1/63'],
    ['5', 'Thành lập mới', 'HTX', 2138, -381, 84.9, null, null, null, '1/63'],
    ['11', 'Tổng vốn điều lệ HTX', 'tỷ đồng', 44223.592, 9586.254, 127.7, null, null, null, '1/63'],
  ]);
  const last = sheet.rowCount;
  expect(sheet.pageSetup).toMatchObject({
    ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...{ printTitlesRow: '9:10', printArea: `A1:J${last}` },
  });
  expect(sheet.headerFooter.oddFooter).toBe('&CTrang &P/&N');
  const texts = sheet.getSheetValues().flatMap((row) => [...new Set((row as unknown[] | undefined) ?? [])]);
  for (const text of ['LIÊN MINH HỢP TÁC XÃ VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Người lập biểu', 'Người duyệt'])
    expect(texts).toContain(text);
  expect(texts).toContain('6 THÁNG ĐẦU NĂM 2021');
  expect(texts).toContain(
    '(Cả nước; địa giới 63 tỉnh, thành phố; bản dự thảo, theo số liệu đã nhận đến 01:30 05/07/2021)',
  );
});

test('an edition says its number and day, a sample that it is one', async () => {
  const texts = async (publication: Publication) => JSON.stringify((await sheetOf(publication)).getSheetValues());
  const edition = await texts(published(nation, { edition: 3 }));
  expect(edition).toContain('ấn bản số 3, công bố 05/07/2021');
  expect(edition).toContain('Hà Nội, ngày 05 tháng 7 năm 2021');
  expect(edition).not.toContain('SỐ LIỆU MẪU');
  expect(await texts(published(nation, { sample: true }))).toContain('SỐ LIỆU MẪU, không phải số liệu chính thức');
});

test('a sheet for each area that has figures, the coverage, and what nobody has decided about', async () => {
  const areas = ['VN', '8:TB', '24', '79'];
  const names = async (publication: Publication) => (await opened(publication)).worksheets.map(({ name }) => name);
  const drafted = { ...nation, '8:TB htx.count all': ['7'] };
  expect(await names(published(drafted, { areas, findings: [] }))).toEqual([
    ...['Bảng tổng hợp', '8-TB Tây Bắc', '24 Bắc Giang', 'Độ phủ', 'Điểm cần xem'],
  ]);
  expect(await names(published({}, { areas }))).toEqual(['Bảng tổng hợp', 'Độ phủ']);
});

test('the coverage has each indicator, reported or not, and below it who gave nothing', async () => {
  const rows = rowsOf(await sheetOf(published(nation), 'Độ phủ'));
  expect(rows[1]).toEqual(['I.1', 'Tổng số HTX', 1, 1, 63]);
  expect(rows.find(([, label]) => label === 'Giải thể')).toEqual(['I.6', 'Giải thể', 0, 0, 63]);
  const below = rows.findIndex(([, label]) => label === 'ĐƠN VỊ CHƯA CÓ SỐ LIỆU (62)');
  const silent = rows.slice(below + 1).map(([, name]) => name);
  expect(silent).toHaveLength(62);
  expect(silent).toContain('Hà Nội');
  expect(silent).not.toContain('Bắc Giang');
});

test('what would be a formula, saved as CSV, is none; figures are left alone', async () => {
  const finding: NamedFinding = {
    ...{ id: '1-1-1', severity: 'error', rule: 'x', province: '24', period: '2021-Q2', code: null, sector: null },
    ...{
      file: '=cmd.csv',
      at: { row: 3, column: 4 },
      raw: '- 998.175',
      message: '@SUM(A1)',
      status: 'open',
      rules: null,
      others: null,
      decision: null,
    },
    proposal: { value: '-1.5', unit: 'tỷ đồng', because: 'như dòng trên' },
    provinceName: 'Bắc Giang',
  };
  const more = { ...finding, raw: '+cmd', proposal: null };
  const rows = (await sheetOf(published(nation, { findings: [finding, more] }), 'Điểm cần xem')).getSheetValues();
  expect((rows[4] as unknown[]).slice(1)).toEqual([
    ...['1-1-1', 'Lỗi', 'Bắc Giang', "'=cmd.csv", 'dòng 3, cột 4', '- 998.175', "'@SUM(A1)"],
    'Sửa thành -1,5 tỷ đồng (như dòng trên)',
  ]);
  expect((rows[5] as unknown[])[6]).toBe("'+cmd");
});

test('the same publication is the same bytes: nothing in it is of the moment of writing', async () => {
  const bytes = await tableXlsx(published(nation, { edition: 1 }));
  expect(bytes.equals(await tableXlsx(published(nation, { edition: 1 })))).toBe(true);
  const days = await new Promise<Set<string>>((resolve, reject) => {
    const found = new Set<string>();
    fromBuffer(bytes, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) => found.add(`${entry.lastModFileDate}/${entry.lastModFileTime}`));
      zip.on('end', () => resolve(found));
    });
  });
  expect([...days]).toEqual(['33/0']);
  expect((await opened(published(nation))).created).toEqual(new Date('2021-07-04T18:30:00Z'));
});
