import { openWorkbook } from '../../../sources/xlsx';
import { bombs } from './bombs';
import { texts, workbook, workbookWith } from './workbook';
import { zip } from './zip';

const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(streams.join('\0'), 'utf16le'),
  ]);
const leadingTo = (target: string, root: string) =>
  zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Type="x/officeDocument" Target="${target}"/></Relationships>`,
    },
    { name: target, data: root },
  ]);

describe('what is no .xlsx workbook is refused in one sentence that says what to do', () => {
  test.each<[string, Buffer, string]>([
    [
      'an old workbook',
      ole('Root Entry', 'Workbook'),
      'tệp là sổ tính Excel đời cũ (.xls); hãy mở trong Excel, chọn Lưu thành',
    ],
    ['an old workbook cut off', ole().subarray(0, 8), 'tệp là sổ tính Excel đời cũ (.xls)'],
    [
      'a workbook under a password',
      ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      'sổ tính có mật khẩu nên không mở được; hãy bỏ mật khẩu',
    ],
    ['a zip under a password', workbookWith({}, { name: 'a', data: 'b', flags: 0x801 }), 'sổ tính có mật khẩu'],
    ['an old Word document', ole('Root Entry', 'WordDocument'), 'tệp là văn bản Word'],
    ['a Word document', leadingTo('word/document.xml', '<document/>'), 'tệp là văn bản Word'],
    [
      'a binary workbook',
      leadingTo('xl/workbook.bin', '\x83\x01'),
      'tệp là sổ tính Excel nhị phân (.xlsb); hãy mở trong Excel',
    ],
    [
      'an OpenDocument',
      zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }]),
      'tệp là sổ tính OpenDocument (.ods); hãy mở',
    ],
    [
      'an OpenDocument text',
      zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]),
      'tệp không phải sổ tính Excel',
    ],
    [
      'somebody’s folder',
      zip([{ name: 'bao cao.csv', data: 'a;b' }]),
      'tệp là tệp nén, không phải sổ tính Excel; hãy giải nén',
    ],
    ['an empty zip', zip([]), 'tệp là tệp nén'],
    ['nothing', Buffer.alloc(0), 'tệp không phải sổ tính Excel (.xlsx)'],
    ['a web page called .xls', Buffer.from('<html><table>'), 'tệp không phải sổ tính Excel (.xlsx)'],
    [
      'half of a workbook',
      workbook({}).subarray(0, 700),
      'sổ tính bị hỏng (tệp nén không trọn vẹn, có thể bị cắt giữa chừng); hãy mở trong Excel',
    ],
    ['a workbook with a byte changed', changed(), 'sổ tính bị hỏng (dữ liệu nén không còn nguyên vẹn)'],
    [
      'a part packed in an unknown way',
      workbookWith({}, { name: 'xl/styles.xml', data: '<a/>', method: 93 }),
      'sổ tính bị hỏng (cách nén lạ)',
    ],
  ])('%s', async (_, bytes, said) => {
    expect(await texts(bytes)).toContain(said);
  });
});

/** A workbook in which one digit of a sheet that is stored unpacked became another. */
function changed(): Buffer {
  const data = '<worksheet><sheetData><row><c><v>12345</v></c></row></sheetData></worksheet>';
  const bytes = workbookWith({}, { name: 'xl/worksheets/sheet1.xml', data, method: 0 });
  bytes[bytes.indexOf('12345')] = '9'.charCodeAt(0);
  return bytes;
}

describe('bombs are refused, in one sentence', () => {
  test.each(Object.entries(bombs))('%s', async (_, [said, make]) => {
    const read = await texts(make());
    expect(read).toContain(said);
    expect(read).toMatch(/^sổ tính (bị hỏng|quá lớn) \(.*\); hãy \P{Cc}+$|^tệp .*; hãy \P{Cc}+$/u);
  });
});

test('what looks hostile and is not: a zip within, names that climb, texts that are long', async () => {
  const inner = workbook({});
  const bytes = workbookWith(
    { data: '<row><c t="s"><v>0</v></c></row>', shared: `<si><t>${'a'.repeat(32_767)}</t></si>` },
    { name: 'xl/embeddings/oleObject1.xlsx', data: inner },
    { name: '../../../../etc/cron.d/x', data: 'x' },
    { name: '/etc/passwd', data: 'x' },
    { name: 'xl/', data: '', method: 0 },
  );
  expect(await texts(bytes)).toEqual([['a'.repeat(32_767)]]);
});

test('rows that are not asked for any more are no trouble', async () => {
  const opened = await openWorkbook(workbook({ data: '<row><c><v>1</v></c></row>'.repeat(100_000) }));
  if (opened.kind === 'refusal') throw new Error(opened.sentence);
  for await (const row of opened.rows('Biểu 1')) {
    expect(row).toMatchObject({ row: 1 });
    break;
  }
});
