import { type Cell, Workbook, type Worksheet } from 'exceljs';
import type { Doubtful } from '../../../sinks/exports/annotated/wording';
import { annotatedWorkbook, lostInCopy } from '../../../sinks/exports/annotated/workbook';

const sheetName = 'Biểu 01';
const headers = new Map([[sheetName, 3]]);

function doubt(row: number, column: number, more: Partial<Doubtful> = {}): Doubtful {
  const at = { row, column, sheet: sheetName };
  return { severity: 'error', at, raw: 'năm trăm', message: 'Không đọc được số.', proposal: null, ...more };
}
const proposal = { value: '11400', unit: 'triệu đồng', because: 'để các lĩnh vực cộng lại bằng tổng số' };

async function workbook(more: (sheet: Worksheet, book: Workbook) => void = () => {}): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet(sheetName);
  sheet.addRows([
    ['LIÊN MINH HTX TỈNH BẮC GIANG'],
    ['Kỳ báo cáo', 'Năm 2020'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện'],
    [1, 'Tổng số HTX', 'HTX', 869],
    ['-', 'Nông nghiệp', 'HTX', 'năm trăm'],
    ['-', 'Môi trường', 'triệu đồng', { formula: 'D4*2', result: 1738 }],
  ]);
  sheet.mergeCells('A1:D1');
  sheet.getCell('D4').numFmt = '#,##0';
  sheet.getCell('D5').style = sheet.getCell('D4').style;
  sheet.getCell('D4').note = 'Theo sổ';
  more(sheet, book);
  return written(book);
}

const written = async (book: Workbook) => Buffer.from(await book.xlsx.writeBuffer());

async function opened(bytes: Buffer, name = sheetName): Promise<Worksheet> {
  const book = new Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const fill = (cell: Cell) => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined);
const note = ({ note }: Cell) =>
  typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
const values = (sheet: Worksheet) => sheet.getSheetValues().map((row) => (row as unknown[] | undefined)?.slice(1));

test('a doubtful cell is coloured by the worst there is of it and commented; beside its row stands what to do', async () => {
  const before = await workbook();
  const sheet = await opened(
    await annotatedWorkbook(
      before,
      [
        doubt(5, 4),
        doubt(5, 4, { severity: 'note', message: 'Số này ở dòng khác cũng có.' }),
        doubt(6, 4, { severity: 'warning', raw: '1738', message: 'Không khớp tổng số.', proposal }),
        doubt(4, 4, { severity: 'note', raw: '869', message: 'Xem lại.' }),
      ],
      headers,
    ),
  );
  expect(['D4', 'D5', 'D6', 'C5'].map((at) => fill(sheet.getCell(at)))).toEqual([
    'FFDDEBF7',
    'FFFFC7CE',
    'FFFFE699',
    undefined,
  ]);
  expect(note(sheet.getCell('D4'))).toBe('Theo sổ\n\nCần xem lại: Xem lại.');
  expect(note(sheet.getCell('D6'))).toBe(
    'Cần xem lại: Không khớp tổng số.\nĐề nghị sửa: 11.400 triệu đồng (để các lĩnh vực cộng lại bằng tổng số)',
  );
  expect(['E3', 'F3', 'E4', 'E5', 'E6', 'F6'].map((at) => sheet.getCell(at).value)).toEqual([
    'Cần xem lại',
    'Đề nghị sửa',
    'cột D (Thực hiện) "869": Xem lại.',
    'cột D (Thực hiện) "năm trăm": Không đọc được số. • cột D (Thực hiện) "năm trăm": Số này ở dòng khác cũng có.',
    'cột D (Thực hiện) "1738": Không khớp tổng số.',
    'cột D (Thực hiện) "1738": sửa thành 11.400 triệu đồng (để các lĩnh vực cộng lại bằng tổng số)',
  ]);
  const original = await opened(before);
  original.eachRow((row) =>
    row.eachCell((cell) => {
      expect(sheet.getCell(cell.address).value).toEqual(cell.value);
      expect(sheet.getCell(cell.address).numFmt).toEqual(cell.numFmt);
    }),
  );
  expect(sheet.getCell('C1').master.address).toBe('A1');
});

test('a copy of a copy is marked anew: no more columns, no colours and comments of what was mended', async () => {
  const twice = await annotatedWorkbook(
    await annotatedWorkbook(await workbook(), [doubt(5, 4), doubt(4, 4)], headers),
    [doubt(6, 2)],
    headers,
  );
  const sheet = await opened(twice);
  const once = await opened(await annotatedWorkbook(await workbook(), [doubt(6, 2)], headers));
  expect(values(sheet).map((row) => row?.filter(Boolean))).toEqual(values(once).map((row) => row?.filter(Boolean)));
  expect(['D4', 'D5', 'B6'].map((at) => [fill(sheet.getCell(at)), note(sheet.getCell(at))])).toEqual([
    [undefined, 'Theo sổ'],
    [undefined, ''],
    ['FFFFC7CE', 'Cần xem lại: Không đọc được số.'],
  ]);
});

test('what is about the whole report or a header stands below the header; other sheets stay as they are', async () => {
  const before = await workbook((_, book) => book.addWorksheet('Khác').addRow(['x']));
  const after = await annotatedWorkbook(
    before,
    [
      doubt(0, 0, { at: null, raw: null, message: 'Thiếu 3 chỉ tiêu.' }),
      doubt(3, 4, { raw: 'Thực hiện', message: 'Cột ghi năm khác.' }),
    ],
    headers,
  );
  expect((await opened(after)).getCell('E4').value).toBe(
    'Cả báo cáo: Thiếu 3 chỉ tiêu. • Tiêu đề cột D (Thực hiện): Cột ghi năm khác.',
  );
  expect(values(await opened(after, 'Khác'))).toEqual(values(await opened(before, 'Khác')));
});

test('a cell beyond the header is still one afterwards', async () => {
  const before = await workbook((sheet) => {
    sheet.getCell('F5').value = '85 triệu';
  });
  const sheet = await opened(await annotatedWorkbook(before, [doubt(5, 6)], headers));
  expect(['E3', 'F3', 'G3', 'H3', 'F5'].map((at) => sheet.getCell(at).value)).toEqual([
    'Ô thừa',
    null,
    'Cần xem lại',
    'Đề nghị sửa',
    '85 triệu',
  ]);
});

test('a text that looks like a formula, or an error value, stays what it is', async () => {
  const before = await workbook((sheet) => {
    sheet.getCell('B6').value = '=cmd("<b>")';
    sheet.getCell('C6').value = { error: '#REF!' };
    sheet.getCell('B9').value = { richText: [{ text: 'Người ' }, { text: 'lập biểu' }] };
    sheet.mergeCells('A10:B10');
  });
  const sheet = await opened(await annotatedWorkbook(before, [doubt(6, 2, { raw: '=cmd("<b>")' })], headers));
  expect(sheet.getCell('B6').value).toBe('=cmd("<b>")');
  expect(sheet.getCell('E6').value).toBe('cột B (Chỉ tiêu) "=cmd("<b>")": Không đọc được số.');
  expect(sheet.getCell('C6').value).toEqual({ error: '#REF!' });
  expect(sheet.getCell('B9').text).toBe('Người lập biểu');
});

test('what a copy cannot keep is named', async () => {
  const plain = await workbook();
  expect(lostInCopy(plain)).toEqual([]);
  const part = Buffer.from('xl/charts/chart1.xml xl/vbaProject.bin');
  expect(lostInCopy(Buffer.concat([plain, part]))).toEqual(['biểu đồ', 'macro']);
});
