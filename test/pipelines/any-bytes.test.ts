import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { projectRoot } from '../../config/root';
import { names } from './huge';
import { figures } from './one-report';
import { isClear, prepared, sentencesOf } from './sentences';
import { annexCsv, numberWorkbook } from './writers';

/** Whatever the bytes are, they end in reports or refusals, and every sentence on the way is one that a reporter can read. */
async function endsWell(bytes: Buffer): Promise<void> {
  const parts = await prepared(bytes);
  expect(parts.length).toBeGreaterThan(0);
  expect(sentencesOf(parts).filter((sentence) => !isClear(sentence))).toEqual([]);
}

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array));

test('random bytes', async () => {
  await fc.assert(fc.asyncProperty(bytes(2000), endsWell), { numRuns: 500 });
});

test('random bytes behind the first bytes of a file of some kind', async () => {
  const magic = [
    '504b0304',
    '504b0506',
    'd0cf11e0a1b11ae1',
    'efbbbf',
    'fffe',
    'feff',
    '7b',
    '5b',
    '89504e47',
    '2c',
    '22',
  ];
  const starts = fc.constantFrom(...magic).map((hex) => Buffer.from(hex, 'hex'));
  await fc.assert(
    fc.asyncProperty(starts, bytes(500), (start, rest) => endsWell(Buffer.concat([start, rest]))),
    { numRuns: 500 },
  );
});

test('text of the marks that files are made of', async () => {
  const marks = [
    ...'";,\t|\r\n{}[]:-+.%()',
    '1',
    '0',
    'I',
    'HTX',
    'Chỉ tiêu',
    'Thực hiện',
    'Tên HTX',
    'Kỳ báo cáo',
    'Năm 2020',
  ];
  const text = fc.array(fc.constantFrom(...marks), { maxLength: 80 }).map((pieces) => Buffer.from(pieces.join('')));
  await fc.assert(fc.asyncProperty(text, endsWell), { numRuns: 500 });
});

/** One change of a file, at places that are given as shares of its length. */
const change = fc.record({
  how: fc.constantFrom('flip', 'cut', 'double', 'swap'),
  places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  bit: fc.integer({ min: 1, max: 255 }),
});

function changed(file: Buffer, { how, places, bit }: typeof change extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const [from = 0, middle = 0, to = 0] = places.map((place) => Math.floor(place * file.length)).sort((a, b) => a - b);
  const [before, one, other, after] = [
    file.subarray(0, from),
    file.subarray(from, middle),
    file.subarray(middle, to),
    file.subarray(to),
  ];
  if (how === 'cut') return Buffer.concat([before, other, after]);
  if (how === 'double') return Buffer.concat([before, one, one, other, after]);
  if (how === 'swap') return Buffer.concat([before, other, one, after]);
  const flipped = Buffer.from(file);
  if (from < file.length) flipped[from] = (flipped[from] ?? 0) ^ bit;
  return flipped;
}

const report = (name: string) => readFileSync(path.join(projectRoot, 'config/reports', name));
test.each<[string, number, () => Buffer | Promise<Buffer>]>([
  ['a CSV report', 100, () => report('24_bac-giang_2021-H1.csv')],
  ['a JSON report', 40, () => report('12_lai-chau_2023-H1.json')],
  [
    'a report in UTF-16',
    60,
    () => Buffer.from(`\ufeff${annexCsv({ province: 'Huế', period: 'Năm 2020', figures }, '\t')}`, 'utf16le'),
  ],
  ['a workbook', 80, () => numberWorkbook({ province: 'Hoà Bình', period: 'Năm 2020', figures })],
])('%s with bytes flipped, pieces cut, doubled and swapped', async (_, numRuns, file) => {
  const whole = await file();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
      endsWell(changes.reduce(changed, whole)),
    ),
    { numRuns },
  );
});

test('what is far too large in one way is read within 300 MB', () => {
  const script = [path.join(__dirname, '../setup/typescript.cjs'), path.join(__dirname, 'huge.ts')] as const;
  const child = spawnSync(process.execPath, ['--max-old-space-size=300', '-r', ...script], { timeout: 170_000 });
  const said = child.stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(said).toEqual(names.map((name) => [name, 1, []]));
  expect(child.status).toBe(0);
});
