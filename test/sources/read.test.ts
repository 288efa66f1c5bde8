import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { maxFileBytes } from '../../config/thresholds';
import { readFile, readText } from '../../sources/read';

const fixture = (name: string) => readFileSync(path.join(__dirname, '..', 'fixtures', name));
const sentence = (bytes: Buffer | string, encoding?: string) => {
  const read = readText(Buffer.from(bytes as string), encoding);
  return read.kind === 'refusal' ? read.sentence : `read as ${read.kind}`;
};
const texts = (bytes: Buffer, encoding?: string) => {
  const read = readText(bytes, encoding);
  return read.kind === 'grids' ? read.grids[0]?.rows.map((row) => row.map((cell) => cell.text)) : read;
};

describe('what is no table is refused in one sentence that says what it is and what to do', () => {
  test.each([
    ['empty.csv', 'tệp rỗng, không có số liệu'],
    ['picture-named.csv', 'tệp là ảnh PNG'],
    ['cut-off-in-a-row.csv', 'tệp bị cắt giữa chừng ở dòng 9 ("-;Phi nông ngh")'],
    ['cut-off-in-a-quoted-cell.csv', 'tệp bị cắt giữa chừng (một ô mở dấu ngoặc kép mà không đóng)'],
    ['cut-off.json', 'tệp JSON bị cắt giữa chừng'],
    ['comma-missing-in-line-4.json', 'tệp JSON sai cú pháp ở dòng 4'],
  ])('%s', (name, said) => {
    expect(sentence(fixture(name))).toContain(said);
  });

  test.each([
    ['blanks', '20 0d 0a 20 09 0a', 'tệp rỗng'],
    ['a byte-order mark alone, as Excel saves an empty sheet', 'ef bb bf 0d 0a', 'tệp rỗng'],
    ['zero bytes, as a disk that was full leaves them', '00 00 00 00 00 00', 'tệp rỗng'],
    ['a PDF without a zero byte', '25 50 44 46 2d 31 2e 34 0a 25 e2 e3 cf d3 0a', 'tệp là tệp PDF'],
    ['a JPEG', 'ff d8 ff e0 00 10 4a 46 49 46 00', 'tệp là ảnh JPEG'],
    ['a GIF', '47 49 46 38 39 61 01 00 01 00', 'tệp là ảnh GIF'],
    ['a BMP', '42 4d 9a 00 00 00', 'tệp là ảnh BMP'],
    ['a TIFF', '49 49 2a 00 08 00', 'tệp là ảnh TIFF'],
  ])('%s', (_, hex, said) => {
    expect(sentence(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toContain(said);
  });

  test.each([
    ['a workbook that breaks off', '50 4b 03 04 14 00', 'sổ tính bị hỏng (tệp nén không trọn vẹn'],
    ['an old workbook', 'd0 cf 11 e0 a1 b1 1a e1', 'Excel đời cũ (.xls)'],
  ])('%s, whatever encoding is named for it', async (_, hex, said) => {
    for (const encoding of [undefined, 'utf-8'])
      expect(await readFile(Buffer.from(hex.replaceAll(' ', ''), 'hex'), encoding)).toMatchObject({
        kind: 'refusal',
        sentence: expect.stringContaining(said),
      });
  });

  test('a file of more than 64 MB', async () => {
    expect(maxFileBytes).toBe(64 * 1024 * 1024);
    expect(sentence(Buffer.alloc(maxFileBytes + 1, 'a'))).toBe('tệp quá lớn (hơn 64 MB)');
    const zip = Buffer.alloc(maxFileBytes + 1, 'PK\x03\x04');
    expect(await readFile(zip)).toMatchObject({ sentence: 'tệp quá lớn (hơn 64 MB)' });
  });

  test('an encoding that nobody knows', () => {
    for (const name of ['klingon', 'constructor', '__proto__', ''])
      expect(sentence('a;b\n', name)).toContain(`không biết bảng mã "${name}"`);
  });
});

describe('the kind is what the bytes are, whatever the name says', () => {
  test('a text that begins like a picture', () => {
    expect(texts(Buffer.from('BM;b\nc;d\n'))).toEqual([
      ['BM', 'b'],
      ['c', 'd'],
    ]);
  });

  test.each(['{"a":1}', ' \n[{"a":1}]', '\ufeff{"a":1}'])('JSON: %j', (text) => {
    expect(readText(Buffer.from(text)).kind).toBe('tree');
    expect(readText(Buffer.from(text), 'utf-8').kind).toBe('tree');
    expect(readText(Buffer.from(`\ufeff${text.trim()}`, 'utf16le')).kind).toBe('tree');
  });
});

describe('encodings', () => {
  const text = 'Chỉ tiêu;Thực hiện\nTổng số HTX;869\n';
  const expected = [
    ['Chỉ tiêu', 'Thực hiện'],
    ['Tổng số HTX', '869'],
  ];

  test('UTF-8 and UTF-16 of both orders, by their byte-order mark', () => {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(texts(Buffer.from(text))).toEqual(expected);
    expect(texts(Buffer.from(`\ufeff${text}`))).toEqual(expected);
    expect(texts(utf16)).toEqual(expected);
    expect(texts(Buffer.from(utf16).swap16())).toEqual(expected);
  });

  test('decomposed accents are composed', () => {
    expect(texts(Buffer.from(text.normalize('NFD')))).toEqual(expected);
  });

  test('another encoding is used where whoever hands the file in names it; its accents are composed', () => {
    // Windows-1258 writes ế as ê and a combining acute: EA EC.
    expect(texts(Buffer.from('54683bea ec'.replaceAll(' ', ''), 'hex'), 'windows-1258')).toEqual([['Th', 'ế']]);
  });
});

describe('whatever the bytes are', () => {
  test('they come out as a document or as one sentence', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
      fc.string({ unit: fc.constantFrom(...'";,\t|\r\n ab1{}[]:'), maxLength: 60 }).map((text) => Buffer.from(text)),
    );
    const encoding = fc.option(fc.constantFrom('utf-16', 'windows-1258', 'utf-8', 'hex', 'toString'), {
      nil: undefined,
    });
    fc.assert(
      fc.property(bytes, encoding, (input, name) => {
        const read = readText(input, name);
        expect(['grids', 'tree', 'refusal']).toContain(read.kind);
        if (read.kind === 'refusal') expect(read.sentence).toMatch(/^\P{Cc}+$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('JSON of any depth is read or refused', () => {
    for (const depth of [500, 2500, 3000, 3500, 4000, 100_000]) {
      const said = sentence('['.repeat(depth) + ']'.repeat(depth));
      expect(['read as tree', 'tệp JSON lồng quá nhiều tầng nên không phải biểu B01']).toContain(said);
    }
    expect(sentence('['.repeat(100_000) + ']'.repeat(100_000))).toContain('lồng quá nhiều tầng');
  });
});
