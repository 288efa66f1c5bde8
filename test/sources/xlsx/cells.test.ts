import { openWorkbook, readWorkbook } from '../../../sources/xlsx';
import { cell, main, texts, workbook, workbookWith } from './workbook';

const text = (value: string) => ({ text: value, literal: false });

describe('texts', () => {
  test.each([
    ['shared', '<c t="s"><v>0</v></c>', '<si><t>Hợp tác xã</t></si>', 'Hợp tác xã'],
    ['inline', '<c t="inlineStr"><is><t>Hợp tác xã</t></is></c>', '', 'Hợp tác xã'],
    ['inline, without saying so', '<c><is><t>Hợp tác xã</t></is></c>', '', 'Hợp tác xã'],
    ['result of a formula', '<c t="str"><f>A1&amp;B1</f><v>HTX 1</v></c>', '', 'HTX 1'],
    [
      'of several runs',
      '<c t="s"><v>0</v></c>',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Hợp tác </t></r><r><t>xã</t></r></si>',
      'Hợp tác xã',
    ],
    [
      'with a raised footnote mark',
      '<c t="s"><v>0</v></c>',
      '<si><r><t>325</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>(1)</t></r><r><t xml:space="preserve"> HTX</t></r></si>',
      '325⁽¹⁾ HTX',
    ],
    [
      'with a number that is struck out',
      '<c t="s"><v>0</v></c>',
      '<si><r><rPr><strike/></rPr><t>10</t></r><r><rPr><strike val="0"/></rPr><t>12</t></r></si>',
      '12',
    ],
    [
      'with its pronunciation',
      '<c t="s"><v>0</v></c>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '東京',
    ],
    ['with blanks that are meant', '<c t="s"><v>0</v></c>', '<si><t xml:space="preserve">  a </t></si>', '  a '],
    ['with blanks of the XML', '<c t="s"><v>0</v></c>', '<si>\n  <t>\n a b \n</t>\n</si>', 'a b'],
    ['on two lines', '<c t="s"><v>0</v></c>', '<si><t>a\nb</t></si>', 'a\nb'],
    ['with escapes', '<c t="s"><v>0</v></c>', '<si><t>a_x000D_\nb_x005F_x000D_</t></si>', 'a\r\nb_x000D_'],
    ['with an escape that is none', '<c t="s"><v>0</v></c>', '<si><t>a_xZZZZ_ _x12_</t></si>', 'a_xZZZZ_ _x12_'],
    ['with a NUL escaped', '<c t="s"><v>0</v></c>', '<si><t>a_x0000_b_xD800_</t></si>', 'a\ufffdb\ufffd'],
    ['with entities', '<c t="s"><v>0</v></c>', '<si><t>A &amp; B &lt;&#x1EC7;&gt;</t></si>', 'A & B <ệ>'],
    ['in CDATA', '<c t="s"><v>0</v></c>', '<si><t><![CDATA[a < b]]></t></si>', 'a < b'],
    ['that looks like a number', '<c t="s"><v>0</v></c>', '<si><t>0100109106</t></si>', '0100109106'],
    ['decomposed', '<c t="s"><v>0</v></c>', `<si><t>${'hoà'.normalize('NFD')}</t></si>`, 'hoà'.normalize('NFD')],
    ['the second of three', '<c t="s"><v>1</v></c>', '<si><t>a</t></si><si><t>b</t></si><si/>', 'b'],
  ])('%s', async (_, data, shared, expected) => {
    expect(await cell({ data: `<row>${data}</row>`, shared })).toEqual(text(expected));
  });

  test('a text that no part holds', async () => {
    expect(await texts(workbook({ data: '<row r="3"><c r="B3" t="s"><v>7</v></c></row>' }))).toContain(
      'ô B3 không có nội dung',
    );
  });
});

test.each([
  ['<c t="b"><v>1</v></c>', 'TRUE'],
  ['<c t="b"><v>0</v></c>', 'FALSE'],
  ['<c t="e"><v>#N/A</v></c>', '#N/A'],
  ['<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
  ['<c><f>A1+B1</f><v>12.5</v></c>', '12.5'],
  ['<c><f>IF(A1&lt;2,"&lt;c r=",1)</f><v>3</v></c>', '3'],
])('%s is %s', async (data, expected) => {
  expect(await cell({ data: `<row>${data}</row>` })).toEqual({ text: expected, literal: /^\d/.test(expected) });
});

test('a formula that was never calculated is empty and said so; one that gives no text is empty', async () => {
  const data =
    '<row r="2"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><f>SUM(C1:C9)</f><v/></c><c r="C2"><f>1</f></c></row>';
  expect(await readWorkbook(workbook({ data }))).toMatchObject({
    sheets: [{ rows: [[], []] }],
    remarks: [
      { kind: 'no_result', at: { sheet: 'Biểu 1', row: 2, column: 2 } },
      { kind: 'no_result', at: { sheet: 'Biểu 1', row: 2, column: 3 } },
    ],
  });
});

describe('places', () => {
  const n = (reference: string, value: number) => `<c r="${reference}"><v>${value}</v></c>`;

  test('gaps are filled, and each cell knows where it stands', async () => {
    const read = await readWorkbook(
      workbook({ data: `<row r="3">${n('B3', 1)}<c r="C3" s="0"/>${n('D3', 2)}<c r="E3"/></row>` }),
    );
    const at = (column: number) => ({ sheet: 'Biểu 1', row: 3, column });
    expect(read).toMatchObject({
      sheets: [
        {
          kind: 'grid',
          sheet: 'Biểu 1',
          rows: [
            [],
            [],
            [
              { text: '', literal: false, at: at(1) },
              { text: '1', literal: true, at: at(2) },
              { text: '', literal: false, at: at(3) },
              { text: '2', literal: true, at: at(4) },
            ],
          ],
        },
      ],
    });
  });

  test.each<[string, string, string[][]]>([
    [
      'without addresses',
      '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>',
      [['1', '2'], [], ['3']],
    ],
    [
      'without some addresses',
      `<row r="2">${n('B2', 1)}<c><v>2</v></c></row><row><c><v>3</v></c></row>`,
      [[], ['', '1', '2'], ['3']],
    ],
    ['cells out of order', `<row r="1">${n('C1', 3)}${n('A1', 1)}</row>`, [['1', '', '3']]],
    ['rows out of order', `<row r="2">${n('A2', 2)}</row><row r="1">${n('A1', 1)}</row>`, [['1'], ['2']]],
    [
      'a row in two parts',
      `<row r="1">${n('A1', 1)}${n('C1', 3)}</row><row r="1">${n('B1', 2)}</row>`,
      [['1', '2', '3']],
    ],
    ['a cell twice, alike', `<row r="1">${n('A1', 1)}${n('A1', 1)}</row>`, [['1']]],
    [
      'the last column and row',
      `<row r="1048576">${n('A1048576', 1)}</row>`,
      [...Array<string[]>(1_048_575).fill([]), ['1']],
    ],
    ['blanks between the elements', `\n<row r="1">\n  ${n('A1', 1)}\n  ${n('B1', 2)}\n</row>\n`, [['1', '2']]],
    ['a comment', `<row r="1"><!-- <c r="A1"><v>9</v></c></row> -->${n('A1', 1)}</row>`, [['1']]],
    ['an instruction', `<row r="1"><?x <c r="A1"><v>9</v></c> ?>${n('A1', 1)}</row>`, [['1']]],
  ])('%s', async (_, data, expected) => {
    const read = await texts(workbook({ data }));
    expect(read.length).toBe(expected.length);
    expect(read.at(-1)).toEqual(expected.at(-1));
    if (expected.length < 10) expect(read).toEqual(expected);
  });

  test.each([
    [
      'a cell twice, otherwise',
      `<row r="1">${n('A1', 1)}${n('A1', 2)}</row>`,
      'ô A1 được ghi hai lần với nội dung khác nhau',
    ],
    ['a row twice, otherwise', `<row r="1">${n('A1', 1)}</row><row r="1">${n('A1', 2)}</row>`, 'ô A1 được ghi hai lần'],
    ['a cell in the wrong row', `<row r="1">${n('A2', 1)}</row>`, 'ô A2 nằm trong dòng 1'],
    ['behind the last column', `<row r="1">${n('XFE1', 1)}</row>`, 'địa chỉ ô "XFE1"'],
    ['behind the last row', '<row r="1048577"/>', 'số dòng "1048577"'],
    ['in no row', `<row r="0">${n('A0', 1)}</row>`, 'số dòng "0"'],
    ['of no column', `<row r="1">${n('1', 1)}</row>`, 'địa chỉ ô "1"'],
    ['in small letters', `<row r="1">${n('a1', 1)}</row>`, 'địa chỉ ô "a1"'],
    ['of an unknown kind', '<row r="1"><c r="B1" t="x"><v>1</v></c></row>', 'ô B1 có kiểu lạ'],
  ])('%s: refused rather than guessed', async (_, data, said) => {
    expect(await texts(workbook({ data }))).toContain(said);
  });

  test('a size that the sheet declares falsely is nobody’s', async () => {
    const sheet = `<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${n('A1', 1)}</row></sheetData></worksheet>`;
    expect(await texts(workbook({ sheet }))).toEqual([['1']]);
  });
});

test('rows come as they are asked for; damage in the middle of a sheet comes last, as a refusal', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  );
  const opened = await openWorkbook(
    workbook({ data: `${rows.join('')}<row r="6000"><c r="A6000" t="s"><v>1</v></c></row>` }),
  );
  if (opened.kind === 'refusal') throw new Error(opened.sentence);
  const seen = [];
  for await (const row of opened.rows('Biểu 1')) seen.push(row.kind === 'row' ? row.row : row.sentence);
  expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
  expect(seen.at(-1)).toContain('sổ tính bị hỏng (ô A6000 không có nội dung)');
  expect(seen.filter((each) => typeof each === 'string')).toHaveLength(1);
});

test('what is known of a sheet before its rows: merges, what is hidden', async () => {
  const sheet = `<worksheet ${main}><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols>
    <sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" ht="0" customHeight="1"/><row hidden="true"/></sheetData>
    <mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B7:B9"/></mergeCells></worksheet>`;
  const opened = await openWorkbook(workbook({ sheet }));
  if (opened.kind === 'refusal') throw new Error(opened.sentence);
  expect(opened.sheets).toEqual([
    {
      name: 'Biểu 1',
      hidden: false,
      merges: [
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 7, left: 2, bottom: 9, right: 2 },
      ],
      hiddenRows: [2, 3, 4],
      hiddenColumns: [2, 3, 5],
    },
  ]);
  const rows = [];
  for await (const row of opened.rows('Biểu 1')) if (row.kind === 'row') rows.push([row.row, row.hidden]);
  expect(rows).toEqual([
    [1, false],
    [2, true],
  ]);
  opened.close();
  expect(() => opened.rows('Biểu 1')).toThrow('closed');
});

describe('written in other ways', () => {
  const prefixed = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ạ</x:t></x:is></x:c></x:row><x:row r="2" hidden="1"/></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;

  test.each([
    ['a prefix before every name', prefixed],
    ['UTF-8 with a byte-order mark', `\ufeff${prefixed}`],
    ['UTF-16', Buffer.from(`\ufeff${prefixed.replace('utf-8', 'utf-16')}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${prefixed.replace('utf-8', 'utf-16')}`, 'utf16le').swap16()],
  ])('%s', async (_, sheet) => {
    expect(await readWorkbook(workbook({ sheet }))).toMatchObject({
      sheets: [{ rows: [[{ text: 'ạ' }]] }],
      infos: [{ merges: [{ right: 2 }], hiddenRows: [2] }],
    });
  });

  test('neither UTF-8 nor UTF-16', async () => {
    const sheet = Buffer.from(prefixed.replace('ạ', 'é'), 'latin1');
    expect(await texts(workbook({ sheet }))).toContain('XML không phải UTF-8');
  });

  test('letters cut by the pieces that are unpacked', async () => {
    const shared = Array.from(
      { length: 40_000 },
      (_, index) => `<si><t>${'ệ𝒳'.repeat(index % 5)}|${index}</t></si>`,
    ).join('');
    const data = Array.from({ length: 40_000 }, (_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join('');
    const read = await texts(workbook({ data, shared }));
    expect(read).toEqual(Array.from({ length: 40_000 }, (_, index) => [`${'ệ𝒳'.repeat(index % 5)}|${index}`]));
  });

  test('no texts, no formats', async () => {
    const bytes = workbookWith(
      { data: '<row><c s="5"><v>1.5</v></c></row>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    );
    expect(await texts(bytes)).toEqual([['1.5']]);
  });
});
