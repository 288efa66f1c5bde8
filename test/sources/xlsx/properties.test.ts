import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { openWorkbook, readWorkbook } from '../../../sources/xlsx';
import { parts, texts, workbook } from './workbook';
import { zip } from './zip';

/** What exceljs may write and what it reads as. It writes `_x000D_` as it stands, and blanks at the ends without saying so. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((string) => string.trim())
  .filter((string) => string !== '' && !/_x[0-9a-f]{4}_/i.test(string));
const value = fc.oneof(
  text.map((string) => ({ write: string, read: string })),
  fc.integer().map((number) => ({ write: number, read: String(number) })),
  fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 1, max: 3 }))
    .map(([digits, decimals]) => ({
      write: Number(`${digits}e-${decimals}`),
      read: String(Number(`${digits}e-${decimals}`)),
    })),
  fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => {
    const day = date.toISOString().slice(0, 10);
    return { write: new Date(`${day}T00:00:00Z`), read: day };
  }),
  fc.boolean().map((boolean) => ({ write: boolean, read: boolean ? 'TRUE' : 'FALSE' })),
  fc.constant({ write: null, read: '' }),
);

test('any grid that exceljs writes reads back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 }), async (grid) => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('Số liệu');
      for (const row of grid) sheet.addRow(row.map(({ write }) => write));
      const read = await texts(Buffer.from(await book.xlsx.writeBuffer()));
      expect(read).toEqual(trimmed(grid.map((row) => row.map((each) => each.read))));
    }),
    { numRuns: 200 },
  );
});

/** Without the empty cells at the end of rows, and the empty rows at the end. */
function trimmed(grid: string[][]): string[][] {
  const rows = grid.map((row) => row.slice(0, row.findLastIndex((each) => each !== '') + 1));
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

const plainCell = fc.record({
  reference: fc.constantFrom('A', 'B', 'C', 'Z', 'AA', ''),
  type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="inlineStr"'),
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="9"'),
  inner: fc.constantFrom(
    '<v>0</v>',
    '<v>1.50</v>',
    '<v>-3E+2</v>',
    '<v/>',
    '',
    '<f>A1</f><v>2</v>',
    '<is><t>a</t></is>',
    '<v> 1 </v>',
    '<v>Tân Hưng 2</v>',
    '<v>a_x0041_&#10;&amp;</v>',
    '<v>a\r\nb</v>',
    '<v>a😀</v>',
  ),
});

test('the short way through plain cells reads what the parser reads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(plainCell, { maxLength: 8 }), { maxLength: 8 }), async (rows) => {
      const data = rows
        .map((row, index) => {
          const cells = row.map(
            ({ reference, type, style, inner }) =>
              `<c${reference === '' ? '' : ` r="${reference}${index + 1}"`}${style}${type}>${inner}</c>`,
          );
          return `<row r="${index + 1}">${cells.join('')}</row>`;
        })
        .join('');
      const written = { shared: '<si><t>x</t></si><si><t>y</t></si>', formats: [0, '0.0%'] };
      // A comment anywhere sends all of the sheet through the parser.
      expect(await readWorkbook(workbook({ ...written, data }))).toEqual(
        await readWorkbook(workbook({ ...written, data: `<!-- -->${data}` })),
      );
    }),
    { numRuns: 500 },
  );
});

test.each(['a\u0001', 'a\uffff', 'a]]>', 'a&b'])('%j is no text of XML, on the short way either', async (text) => {
  const data = `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`;
  expect(await readWorkbook(workbook({ data }))).toMatchObject({
    sentence: expect.stringContaining('XML sai cú pháp'),
  });
});

test('names in Vietnamese are read whole, though what stands in the rows is passed over', async () => {
  const sheet =
    '<ỗ:worksheet xmlns:ỗ="a"><ỗ:sheetData><ỗ:row r="1"><ỗ:c r="A1" t="str"><ỗ:v>Tân Hưng</ỗ:v></ỗ:c></ỗ:row></ỗ:sheetData></ỗ:worksheet>';
  expect(await readWorkbook(workbook({ sheet }))).toMatchObject({ sheets: [{ rows: [[{ text: 'Tân Hưng' }]] }] });
});

describe('whatever the bytes are, they are read or refused in one sentence', () => {
  const whole = workbook({
    data: '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44347.5</v></c></row><row r="3"><c r="C3"><f>1</f><v>1.5</v></c></row>',
    shared: '<si><r><t>Hợp tác</t></r><r><t xml:space="preserve"> xã</t></r></si>',
    formats: [0, 'dd/mm/yyyy'],
  });
  const readOrRefused = async (bytes: Buffer) => {
    const read = await readWorkbook(bytes);
    if (read.kind === 'refusal') expect(read.sentence).toMatch(/^\P{Cc}+; hãy \P{Cc}+$/u);
    else expect(read.sheets.length).toBeGreaterThanOrEqual(0);
  };
  const signature = fc
    .constantFrom('', '504b0304', '504b0506', 'd0cf11e0a1b11ae1')
    .map((hex) => Buffer.from(hex, 'hex'));

  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(signature, fc.uint8Array({ maxLength: 300 }), (start, rest) =>
        readOrRefused(Buffer.concat([start, rest])),
      ),
      { numRuns: 500 },
    );
  });

  test('a workbook with bytes changed, cut out or put in', async () => {
    const change = fc.record({
      at: fc.nat({ max: whole.length - 1 }),
      remove: fc.nat({ max: 8 }),
      insert: fc.uint8Array({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = whole;
        for (const { at, remove, insert } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
        await readOrRefused(bytes);
      }),
      { numRuns: 1500 },
    );
  });

  test('a part with its XML changed', async () => {
    const scraps = fc.constantFrom(
      '<',
      '>',
      '</row>',
      '<row r="2">',
      '<c r="B9">',
      '"',
      '&lt;',
      '<!--',
      '<![CDATA[',
      ' r="',
      '/>',
      '9',
      'é',
      '<v>',
      '\0',
      '</c>',
      '<?x ?>',
    );
    const change = fc.record({
      part: fc.nat({ max: 5 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 12 }),
      insert: scraps,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const all = parts({
          data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44347.5</v></c></row>',
          shared: '<si><t>a</t></si>',
          formats: [0, '#,##0.0" tỷ"'],
        }).map(({ name, data }) => ({ name, data: String(data) }));
        for (const { part, at, remove, insert } of changes) {
          const target = all[part % all.length];
          if (target === undefined) continue;
          const from = Math.floor(at * target.data.length);
          target.data = target.data.slice(0, from) + insert + target.data.slice(from + remove);
        }
        await readOrRefused(zip(all));
      }),
      { numRuns: 1500 },
    );
  });

  test('any number format at all', async () => {
    const code = fc.array(
      fc.constantFrom(
        ...'0#?.,%;"\\_*[]@E+-/ymdhsGeneral đ$:()<>=1'.split(''),
        'General',
        'AM/PM',
        '[h]',
        '[>=5]',
        '[$-42A]',
        '#,##0',
      ),
      { maxLength: 12 },
    );
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(0, -0, 60, 0.5, 1e15),
    );
    await fc.assert(
      fc.asyncProperty(code, number, async (tokens, stored) => {
        const data = `<row><c><v>${stored}</v></c></row>`;
        const opened = await openWorkbook(workbook({ data, formats: [tokens.join('')] }));
        if (opened.kind === 'refusal') throw new Error(opened.sentence);
        for await (const row of opened.rows('Biểu 1')) expect(row.kind).toBe('row');
      }),
      { numRuns: 1500 },
    );
  });
});

test('every amount in every number format that shows it whole reads back exactly', async () => {
  const amount = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 3 }));
  const format = fc.constantFrom(
    'General',
    '0.000',
    '#,##0.000',
    '#,##0.###',
    '#,##0.000" triệu đồng"',
    '#,##0.000;(#,##0.000)',
    '0.0##%',
  );
  await fc.assert(
    fc.asyncProperty(amount, format, async ([digits, decimals], code) => {
      const exact = Number(`${digits}e-${decimals}`);
      const percent = code.endsWith('%');
      // As Excel keeps it: the double, with up to 17 digits.
      const stored = (percent ? exact / 100 : exact).toPrecision(17);
      const read = await texts(workbook({ data: `<row><c><v>${stored}</v></c></row>`, formats: [code] }));
      expect(Number(String(read).replace(/ triệu đồng|%/, ''))).toBe(exact === 0 ? 0 : exact);
    }),
    { numRuns: 500 },
  );
});
