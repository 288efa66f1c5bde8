import { openWorkbook } from '../../../sources/xlsx';
import { main, parts, texts, workbookWith } from './workbook';
import { zip } from './zip';

/** Where a sheet stands and how it is named is the relationships' to say. */
const sheet = (value: string) =>
  `<worksheet ${main}><sheetData><row><c><v>${value}</v></c></row></sheetData></worksheet>`;
const relationships = (...targets: string[]) =>
  `<Relationships>${targets.map((target, index) => `<Relationship Id="rId${index + 1}" Type="http://x/worksheet" ${target}/>`).join('')}</Relationships>`;
const rels = (...targets: string[]) => ({ name: 'xl/_rels/workbook.xml.rels', data: relationships(...targets) });
const book = (...sheets: string[]) => ({
  name: 'xl/workbook.xml',
  data: `<workbook xmlns:r="x"><sheets>${sheets.join('')}</sheets></workbook>`,
});

describe('a sheet is found', () => {
  test.each([
    ['relative', 'Target="worksheets/so lieu.xml"', 'xl/worksheets/so lieu.xml'],
    ['with its blanks escaped', 'Target="worksheets/so%20lieu.xml"', 'xl/worksheets/so lieu.xml'],
    ['absolute', 'Target="/data/s.xml"', 'data/s.xml'],
    ['upwards', 'Target="../data/s.xml"', 'data/s.xml'],
    ['with a dot', 'Target="./worksheets/s.xml"', 'xl/worksheets/s.xml'],
    ['in other capitals', 'Target="Worksheets/S.xml"', 'xl/worksheets/s.XML'],
    ['with backslashes in the zip', 'Target="worksheets/s.xml"', 'xl\\worksheets\\s.xml'],
    ['with a percent sign that escapes nothing', 'Target="worksheets/100%.xml"', 'xl/worksheets/100%.xml'],
    ['beyond the root, where a name is a name', 'Target="../../../etc/passwd"', '../../etc/passwd'],
  ])('%s', async (_, target, name) => {
    expect(await texts(workbookWith({}, rels(target), { name, data: sheet('1') }))).toEqual([['1']]);
  });
});

test('the workbook itself may be named anything', async () => {
  const bytes = zip([
    {
      name: '_rels/.rels',
      data: '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/so.xml"/></Relationships>',
    },
    { ...book('<sheet name="A" r:id="rId1"/>'), name: 'book/so.xml' },
    { name: 'book/_rels/so.xml.rels', data: relationships('Target="s.xml"') },
    { name: 'book/s.xml', data: sheet('1') },
  ]);
  expect(await texts(bytes)).toEqual([['1']]);
});

test('several sheets in the order of their tabs, hidden ones said so, charts left out', async () => {
  const opened = await openWorkbook(
    workbookWith(
      {},
      book(
        '<sheet name="Hai" r:id="rId2"/>',
        '<sheet name="Một" state="hidden" r:id="rId1"/>',
        '<sheet name="Biểu đồ" r:id="rId4"/>',
        '<sheet name="Ba" state="veryHidden" r:id="rId3"/>',
      ),
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: relationships('Target="1.xml"', 'Target="2.xml"', 'Target="3.xml"').replace(
          '</Relationships>',
          '<Relationship Id="rId4" Type="http://x/chartsheet" Target="4.xml"/></Relationships>',
        ),
      },
      { name: 'xl/1.xml', data: sheet('1') },
      { name: 'xl/2.xml', data: sheet('2') },
      { name: 'xl/3.xml', data: sheet('3') },
    ),
  );
  if (opened.kind === 'refusal') throw new Error(opened.sentence);
  expect(opened.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Hai', false],
    ['Một', true],
    ['Ba', true],
  ]);
  for await (const row of opened.rows('Ba')) expect(row).toMatchObject({ cells: [{ text: '3', at: { sheet: 'Ba' } }] });
});

describe('refused as damaged', () => {
  const one = '<sheet name="A" r:id="rId1"/>';
  const two = `${one}<sheet name="B" r:id="rId2"/>`;

  test.each([
    [
      'a sheet outside of the file: nothing is fetched',
      [book(one), rels('Target="http://127.0.0.1:1/" TargetMode="External"')],
      'không tìm thấy trang tính "A"',
    ],
    [
      'a sheet that no relationship names',
      [book(two), rels('Target="worksheets/sheet1.xml"')],
      'không tìm thấy trang tính "B"',
    ],
    ['a sheet that is not there', [book(one), rels('Target="worksheets/none.xml"')], 'thiếu một phần của sổ tính'],
    [
      'one part as two sheets',
      [book(two), rels('Target="worksheets/sheet1.xml"', 'Target="Worksheets/Sheet1.xml"')],
      'hai trang tính cùng tên hoặc cùng nội dung',
    ],
    [
      'two sheets of one name',
      [
        book(one, one.replace('rId1', 'rId2')),
        rels('Target="worksheets/sheet1.xml"', 'Target="2.xml"'),
        { name: 'xl/2.xml', data: sheet('2') },
      ],
      'cùng tên hoặc cùng nội dung',
    ],
    [
      'a sheet that is something else',
      [{ name: 'xl/worksheets/sheet1.xml', data: '<chartsheet/>' }],
      'một trang tính không phải trang tính',
    ],
    ['XML that is cut off', [{ name: 'xl/worksheets/sheet1.xml', data: sheet('1').slice(0, -20) }], 'XML sai cú pháp'],
    [
      'XML that is cut off inside a row',
      [{ name: 'xl/worksheets/sheet1.xml', data: sheet('1').slice(0, -40) }],
      'XML sai cú pháp',
    ],
    ['XML that is none', [{ name: 'xl/workbook.xml', data: 'workbook' }], 'XML sai cú pháp'],
    ['XML that is empty', [{ name: 'xl/styles.xml', data: '' }], 'XML sai cú pháp'],
  ])('%s', async (_, replaced, said) => {
    expect(await texts(workbookWith({}, ...replaced))).toContain(said);
  });

  test('two parts of one name', async () => {
    expect(await texts(zip([...parts({}), { name: 'XL/workbook.xml', data: 'x' }]))).toContain('hai phần cùng tên');
  });
});
