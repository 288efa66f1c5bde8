import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { projectRoot } from '../../../config/root';
import { type Decoding, decodeAll, detect } from '../../../sources/encoding';
import { encode, type Form, forms, keepsCapitals } from './encode';

const folder = (name: string) => readdirSync(path.join(projectRoot, name)).map((file) => `${name}/${file}`);
const read = (file: string) =>
  readFileSync(path.join(projectRoot, file), 'utf8')
    .replace(/^\ufeff/, '')
    .normalize('NFC');
const samples = folder('config/sample/2020').filter((_, at) => at % 3 === 0);
const reports = [...samples, ...folder('config/reports')].map(read);
const readAll = (bytes: Buffer, declared?: string) => {
  const result = decodeAll(bytes, declared);
  if ('kind' in result) throw new Error(result.sentence);
  return result;
};
const detected = (bytes: Buffer, declared?: string): Decoding => readAll(bytes, declared).decoding;

describe.each(forms)('%s', (form) => {
  test.each([
    ['whole reports', Number.POSITIVE_INFINITY],
    ['preambles with a header row', 6],
    ['three lines', 3],
  ])('%s are read right, and surely', (_, lines) => {
    const texts = reports.map((text) => text.split('\n').slice(0, lines).join('\n'));
    for (const text of texts) {
      const { text: got, decoding } = readAll(encode(text, form));
      expect(got).toBe(text);
      expect({ ...decoding, text }).toMatchObject({ doubtful: false });
    }
  });

  test('a table mostly of numbers is read right, and surely', () => {
    const text = `TT;Chỉ tiêu;Thực hiện\n${'1;;2.345,6\n'.repeat(2000)}2;Số thành viên;1\n`;
    expect(readAll(encode(text, form))).toMatchObject({ text, decoding: { doubtful: false }, damaged: 0 });
  });

  test('every letter survives', () => {
    const letters = 'aăâeêioôơuưy'
      .split('')
      .flatMap((base) =>
        ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (base + tone).normalize('NFC')),
      );
    const text = `Tổng số hợp tác xã;${[...letters, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]).join(';')}\n`;
    const { text: got } = readAll(encode(text, form), declaredName(form));
    expect(keepsCapitals(form) ? got : got.toLowerCase()).toBe(keepsCapitals(form) ? text : text.toLowerCase());
  });
});

function declaredName(form: Form): string {
  const font = / in (\w+) font$/.exec(form)?.[1];
  return font ?? (form.split(' ')[0] as string);
}

test.each<[Form, Partial<Decoding>]>([
  ['utf-8', { encoding: 'utf-8', font: null, how: 'valid' }],
  ['utf-8 bom', { encoding: 'utf-8', font: null, how: 'bom' }],
  ['utf-16le bom', { encoding: 'utf-16le', how: 'bom' }],
  ['utf-16be bom', { encoding: 'utf-16be', how: 'bom' }],
  ['utf-16le', { encoding: 'utf-16le', how: 'nul' }],
  ['utf-16be', { encoding: 'utf-16be', how: 'nul' }],
  ['windows-1258', { encoding: 'windows-1258', how: 'score' }],
  ['tcvn3', { encoding: 'tcvn3', how: 'score' }],
  ['tcvn5712', { encoding: 'tcvn5712', how: 'score' }],
  ['vni', { encoding: 'vni', how: 'score' }],
  ['viscii', { encoding: 'viscii', how: 'score' }],
  ['utf-8 bom in tcvn3 font', { encoding: 'utf-8', font: 'tcvn3', how: 'bom' }],
  ['utf-8 in vni font', { encoding: 'utf-8', font: 'vni', how: 'valid' }],
])('%s is named, with what settled it', (form, decoding) => {
  expect(detected(encode('Đơn vị báo cáo;HỢP TÁC XÃ;Kỳ báo cáo;Số liệu đến ngày\n', form))).toMatchObject(decoding);
});

test('the issue’s own examples', () => {
  expect(readAll(Buffer.from('Tæng sè hîp t¸c x·')).text).toBe('Tổng số hợp tác xã');
  expect(readAll(Buffer.from('Toång soá hôïp taùc xaõ')).text).toBe('Tổng số hợp tác xã');
});

test.each([
  ['ASCII', 'TT;code;value\n1;htx.count;1,056\n'],
  ['nothing', ''],
  ['English with typographic marks', 'Co-operatives – “total”; 5 m²; 12 °C; 25.454¹\n'],
  [
    'French',
    "Société d'économie; très bonne année à tous; où êtes-vous, chère élève? Le café déjà payé; thé, clé, hôtel\n",
  ],
  ['German', 'Größe; Müller; für über; schön; Straße; Äpfel, Öl, Übung; Köln; Mädchen; weiß\n'],
  ['one French word', 'thé\n'],
  ['Chinese', '合作社总数;年份\n'],
  ['Vietnamese and ethnic names', 'Krông Nô;Cư M’gar;Đăk Glong;Kông Chro;Chư Păh;Buôn Đôn;M’Đrắk;Pác Nặm\n'],
])('UTF-8 stays what it is: %s', (_, text) => {
  expect(readAll(Buffer.from(text))).toMatchObject({
    text,
    decoding: { encoding: 'utf-8', font: null, doubtful: false },
    damaged: 0,
  });
});

test('punctuation of Windows in text without accents is no letter of another encoding', () => {
  const { text, decoding } = readAll(Buffer.from('Hello \x93world\x94 \x96 fine', 'latin1'));
  expect({ text, doubtful: decoding.doubtful }).toEqual({ text: 'Hello “world” – fine', doubtful: false });
});

test('in TCVN3 the bytes 93 and 94 are quotation marks where the words say so', () => {
  const bytes = Buffer.concat([
    Buffer.of(0x93),
    encode('Hợp tác xã', 'tcvn3'),
    Buffer.of(0x94),
    encode(';Số', 'tcvn3'),
  ]);
  expect(readAll(bytes).text).toBe('“Hợp tác xã”;Số');
});

test.each<[string, Buffer]>([
  ['sè or số', encode('số', 'tcvn3')],
  ['năm or nóm', Buffer.from('n\xe3m\n', 'latin1')],
  ['French in latin1', iconv.encode('Société très née, élève\n', 'latin1')],
  ['Unicode that says Sè, or số in TCVN3’s font', Buffer.from('Sè\n')],
  ['bytes of no language', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256))],
])('doubtful: %s', (_, bytes) => {
  expect(detected(bytes)).toMatchObject({ doubtful: true });
});

test.each<Form>(['tcvn3', 'vni', 'windows-1258', 'viscii', 'utf-8 in tcvn3 font', 'utf-8 in vni font'])(
  'doubtful: lines of %s in a file of UTF-8',
  (form) => {
    const lines = reports[0]?.split('\n') ?? [];
    const bytes = lines.map((line, at) => encode(`${line}\n`, at % 10 === 8 ? form : 'utf-8'));
    expect(detected(Buffer.concat(bytes))).toMatchObject({ encoding: 'utf-8', font: null, doubtful: true });
  },
);

test('a damaged byte leaves UTF-8 UTF-8, and is counted', () => {
  const bytes = encode(reports[0] ?? '', 'utf-8');
  bytes[bytes.findIndex((byte) => byte >= 0xc0)] = 0xff;
  const { decoding, damaged } = readAll(bytes);
  expect(decoding).toMatchObject({ encoding: 'utf-8', how: 'score', doubtful: false });
  expect(damaged).toBeGreaterThan(0);
});

test('a head that ends within a character is still UTF-8', () => {
  const bytes = encode('Đơn vị báo cáo;Kỳ báo cáo;ở', 'utf-8');
  for (const cut of [1, 2])
    expect(detected(bytes.subarray(0, -cut))).toMatchObject({ encoding: 'utf-8', how: 'valid' });
  const ascii = Buffer.concat([Buffer.alloc(1 << 20, '1;'), Buffer.of(0xe1, 0xbb)]);
  expect(detect(ascii)).toMatchObject({ encoding: 'utf-8', doubtful: false });
});

test.each([
  ['utf8', 'utf-8'],
  ['UTF-8', 'utf-8'],
  ['cp1258', 'windows-1258'],
  ['abc', 'tcvn3'],
  ['TCVN3', 'tcvn3'],
  ['tcvn', 'tcvn3'],
  ['VNI', 'vni'],
  ['viscii', 'viscii'],
  ['utf-16', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['latin1', 'windows-1252'],
  ['shift_jis', 'shift_jis'],
])('declared: %s overrides the evidence', (declared, encoding) => {
  expect(detect(encode('Tổng số hợp tác xã', 'tcvn3'), declared)).toEqual({
    encoding,
    font: null,
    how: 'declared',
    margin: 1,
    runnerUp: null,
    doubtful: false,
  });
});

test('declared: TCVN3 of Unicode text means its font, and utf-8 means that there is none', () => {
  expect(readAll(Buffer.from('Tæng sè'), 'abc')).toMatchObject({ text: 'Tổng số', decoding: { font: 'tcvn3' } });
  expect(readAll(Buffer.from('Tæng sè'), 'utf-8')).toMatchObject({ text: 'Tæng sè', decoding: { font: null } });
});

test('declared: a name that nobody knows is refused with those that are', () => {
  expect(detect(Buffer.from('a'), 'klingon')).toEqual({
    kind: 'refusal',
    sentence:
      'không biết bảng mã "klingon"; có thể ghi: utf-8, utf-16, windows-1258, tcvn3 (hoặc abc), vni, viscii, latin1',
  });
});

test('no name and no bytes throw, and all text is NFC', () => {
  const names = fc.oneof(
    fc.constantFrom(undefined, 'utf-8', 'utf-16', 'utf-32', 'utf-7', 'cp1258', 'tcvn3', 'tcvn5712', 'vni', 'viscii'),
    fc.constantFrom('big5', 'gb18030', '__proto__', 'hex', 'constructor', ''),
    fc.string(),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    fc
      .array(fc.constantFrom(0x41, 0x61, 0x6f, 0xec, 0xf2, 0xf9, 0xcc, 0xb8, 0x3b))
      .map((list) => Uint8Array.from(list)),
  );
  fc.assert(
    fc.property(bytes, names, (written, name) => {
      const result = decodeAll(Buffer.from(written), name);
      if ('kind' in result) return result.sentence.startsWith('không biết bảng mã');
      const { margin } = result.decoding;
      return result.text === result.text.normalize('NFC') && margin >= 0 && margin <= 1;
    }),
    { numRuns: 2000 },
  );
});
