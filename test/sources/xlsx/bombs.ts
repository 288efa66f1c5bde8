import { main, packedPart, parts, workbook, workbookWith } from './workbook';
import { type Part, packedRepeats, zip } from './zip';

const sheet1 = 'xl/worksheets/sheet1.xml';
const strings = 'xl/sharedStrings.xml';
const start = `<worksheet ${main}><sheetData>`;
const end = '</sheetData></worksheet>';
const repeated = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));
const million = repeated('<row><c/></row>', 1_000_000);
/** 32.000 packed bytes that inflate to 16.000.000. */
const kernel = packedRepeats(start, million, 16, end);
const declaring = (doctype: string, text: string) =>
  `<!DOCTYPE sst [${doctype}]><sst ${main}><si><t>${text}</t></si></sst>`;

/** `&lol9;` of ten `&lol8;` of ten … of `lol`: three billion letters. */
const laughs = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${index === 0 ? 'lol' : `&lol${index};`.repeat(10)}">`,
).join('');

/** Each hostile workbook by its one trick, with what its refusal says; made when asked for. */
export const bombs: Readonly<Record<string, readonly [said: string, make: () => Buffer]>> = {
  'a sheet of 4 GB in 8 MB': [
    'quá lớn (một phần giải nén ra hơn 1000 MB)',
    () => workbookWith({}, packedPart(sheet1, packedRepeats(start, million, 4000, end))),
  ],
  'a sheet of 900 MB in 2 MB': [
    'quá lớn (giải nén ra gấp hơn 100 lần)',
    () => workbookWith({}, packedPart(sheet1, packedRepeats(start, million, 900, end))),
  ],
  'texts of 900 MB in 1 MB': [
    'quá lớn (giải nén ra gấp hơn 100 lần)',
    () => workbookWith({}, packedPart(strings, packedRepeats('<sst>', repeated('<si/>', 1_000_000), 900, '</sst>'))),
  ],
  'a part of 900 MB that nobody asks for': [
    'quá lớn (giải nén ra gấp hơn 100 lần)',
    () => workbookWith({}, packedPart('xl/media/image1.bmp', packedRepeats('', '0'.repeat(1_000_000), 900, ''))),
  ],
  '1.000 parts of 16 MB each': [
    'quá lớn (giải nén ra hơn 1500 MB)',
    () => zip([...parts({}), ...Array.from({ length: 1000 }, (_, index) => packedPart(`a${index}`, kernel))]),
  ],
  '60 parts of 15 MB each, every one below the limits': [
    'quá lớn (giải nén ra gấp hơn 100 lần)',
    () => {
      const small = packedRepeats(start, million, 15, end);
      return zip([...parts({}), ...Array.from({ length: 60 }, (_, index) => packedPart(`a${index}`, small))]);
    },
  ],
  '4 GB in a part that declares 1.000 bytes': [
    'hỏng (một phần lớn hơn kích thước đã ghi)',
    () => workbookWith({}, lying(4000, 1000)),
  ],
  '4 GB in a part that declares 15 MB': [
    'hỏng (một phần lớn hơn kích thước đã ghi)',
    () => workbookWith({}, lying(4000, 15_000_000)),
  ],
  'a stored part that declares more than it has': [
    'hỏng (tệp nén không trọn vẹn',
    () => workbookWith({}, { name: sheet1, data: start + end, method: 0, declaredBytes: 1_000_000 }),
  ],
  'a packed part that declares more than it has': [
    'hỏng (dữ liệu nén không còn nguyên vẹn)',
    () => workbookWith({}, { name: sheet1, data: start + end, declaredBytes: 1_000_000 }),
  ],
  '65.535 parts': [
    'quá lớn (tệp nén có 65535 phần)',
    () => zip(Array.from({ length: 65_535 }, (_, index) => ({ name: `a${index}`, data: '', method: 0 }))),
  ],
  '65.535 parts declared, none there': ['quá lớn (tệp nén có 65535 phần)', () => zip(parts({}), 65_535)],
  'more parts declared than there are': ['hỏng (tệp nén không trọn vẹn', () => zip(parts({}), 50)],
  '16 GB in 80 kB: 1.000 parts that share the same 32 kB': [
    'quá lớn',
    () => {
      const shared = packedPart('a', kernel);
      const others = Array.from({ length: 1000 }, (_, index): Part => ({ ...shared, name: `b${index}`, sameAs: 0 }));
      return zip([shared, ...others, ...parts({})]);
    },
  ],
  '12 parts that share the same 2 kB': [
    'hỏng (các phần của tệp nén chồng lên nhau)',
    () => {
      const shared = packedPart('a', packedRepeats(start, million, 1, end));
      const others = Array.from({ length: 12 }, (_, index): Part => ({ ...shared, name: `b${index}`, sameAs: 0 }));
      return zip([shared, ...others, ...parts({})]);
    },
  ],
  'a zip of zips of zips': [
    'tệp nén, không phải sổ tính',
    () => {
      let inner = zip([{ name: '0', data: Buffer.alloc(1_000_000) }]);
      for (let depth = 0; depth < 5; depth += 1)
        inner = zip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, data: inner })));
      return inner;
    },
  ],
  'a zip where the sheet should be': ['hỏng (XML', () => workbookWith({}, { name: sheet1, data: workbook({}) })],
  'a billion laughs': [
    'hỏng (XML có khai báo DOCTYPE)',
    () => workbookWith({}, { name: strings, data: declaring(laughs, '&lol9;') }),
  ],
  'a billion laughs in the sheet': [
    'hỏng (XML có khai báo DOCTYPE)',
    () => workbookWith({}, { name: sheet1, data: `<!DOCTYPE a [${laughs}]>${start}&lol9;${end}` }),
  ],
  'an entity that names a file': [
    'hỏng (XML có khai báo DOCTYPE)',
    () => workbookWith({}, { name: strings, data: declaring('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;') }),
  ],
  'an entity that nobody declared': ['hỏng (XML sai cú pháp)', () => workbook({ shared: '<si><t>&lol;</t></si>' })],
  'a document type that never ends': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbookWith({}, { name: strings, data: `<!DOCTYPE sst [${repeated('<!ENTITY a "b">', 15_000_000)}` }),
  ],
  'a million elements within each other': [
    'quá lớn (XML lồng hơn 64 tầng)',
    () => workbook({ shared: '<a>'.repeat(1_000_000) }),
  ],
  'one text of 15 MB': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbook({ shared: `<si><t>${'a'.repeat(15_000_000)}</t></si>` }),
  ],
  'one attribute of 15 MB': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbook({ data: `<row spans="${'1'.repeat(15_000_000)}"/>` }),
  ],
  'one comment of 15 MB': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbook({ data: `<!--${'a'.repeat(15_000_000)}-->` }),
  ],
  'one tag of a million attributes': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbook({ data: `<row ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}/>` }),
  ],
  'a tag that never ends': [
    'quá lớn (một đoạn XML dài quá mức)',
    () => workbook({ data: `<row ${' '.repeat(15_000_000)}` }),
  ],
  'a cell of more letters than Excel takes': [
    'quá lớn (một ô dài hơn 32767 ký tự)',
    () => workbook({ shared: `<si><t>${'a'.repeat(32_768)}</t></si>` }),
  ],
  'a long text in a hundred thousand cells': [
    'quá lớn (quá nhiều chữ trong các ô)',
    () =>
      workbook({
        shared: `<si><t>${'a'.repeat(32_767)}</t></si>`,
        data: '<row><c t="s"><v>0</v></c></row>'.repeat(100_000),
      }),
  ],
  'a cell in the last column of 100.000 rows': [
    'quá lớn (trang tính "Biểu 1" có quá nhiều ô)',
    () =>
      workbook({
        data: Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
          '',
        ),
      }),
  ],
  'a row of two million cells': [
    'quá lớn (quá nhiều cột)',
    () => workbook({ data: `<row>${'<c/>'.repeat(2_000_000)}</row>` }),
  ],
  'more cells than are kept': [
    'quá lớn (có hơn 750000 ô)',
    () => workbook({ data: `<row>${'<c><v>1</v></c>'.repeat(16_000)}</row>`.repeat(50) }),
  ],
  'a million rows of 16.384 empty cells': [
    'quá lớn (giải nén ra gấp hơn 100 lần)',
    () => {
      const row = `<row>${'<c/>'.repeat(16_384)}</row>`;
      return workbookWith({}, packedPart(sheet1, packedRepeats(start, row.repeat(15), 1000, end)));
    },
  ],
  'more rows than Excel has': ['hỏng (số dòng "1048577")', () => workbook({ data: '<row/>'.repeat(1_048_577) })],
  'a million merges': [
    'quá lớn (có hơn 100000 vùng ô gộp)',
    () =>
      workbook({
        sheet: `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(600_000)}</mergeCells></worksheet>`,
      }),
  ],
  'a million ranges of hidden columns': [
    'hỏng (định nghĩa cột chồng lên nhau)',
    () =>
      workbook({
        sheet: `<worksheet><cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(400_000)}</cols><sheetData/></worksheet>`,
      }),
  ],
  'a number format of 10.000 characters': [
    'hỏng (định dạng số dài quá mức)',
    () => workbook({ formats: ['0'.repeat(10_000)] }),
  ],
  '600 sheets': [
    'quá lớn (có hơn 500 trang tính)',
    () => {
      const all = Array.from({ length: 600 }, (_, index) => index);
      return workbookWith(
        {},
        {
          name: 'xl/workbook.xml',
          data: `<workbook><sheets>${all.map((id) => `<sheet name="${id}" r:id="${id}"/>`).join('')}</sheets></workbook>`,
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: `<Relationships>${all.map((id) => `<Relationship Id="${id}" Type="/worksheet" Target="${id}.xml"/>`).join('')}</Relationships>`,
        },
      );
    },
  ],
};

function lying(megabytes: number, declaredBytes: number): Part {
  return { name: sheet1, data: packedRepeats(start, million, megabytes, end).data, packedFrom: 1, declaredBytes };
}
