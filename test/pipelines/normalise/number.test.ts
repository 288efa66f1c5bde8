import * as fc from 'fast-check';
import { readNumber } from '../../../pipelines/normalise/number';
import { plain } from '../../../schemas/decimal';
import { written } from './written';

const readings = (text: string) => {
  const read = readNumber(text);
  return read.kind === 'number' ? read.readings.map(({ value, notation }) => `${plain(value)} ${notation}`) : read.kind;
};

// forms.md, "How people really write": every spelling there, and its neighbours.
test.each([
  ['1.056.714', '1056714 vi'],
  ['2.056,598', '2056.598 vi'],
  ['1 056 714', '1056714 null'],
  ['1\u00a0056\u202f714', '1056714 null'],
  ['1 056 714,5', '1056714.5 vi'],
  ['3.600,6', '3600.6 vi'],
  ['1,056,714', '1056714 en'],
  ['3,600.6', '3600.6 en'],
  ['05', '5 null'],
  ['+ 836', '836 null'],
  ['-381', '-381 null'],
  ['− 381', '-381 null'],
  ['(381)', '-381 null'],
  ['( 1.056.714 )', '-1056714 vi'],
  ['1437', '1437 null'],
  ['25.454.000¹', '25454000 vi'],
  ['1437 *', '1437 null'],
  ['0,357', '0.357 vi'],
  ['0.357', '0.357 en'],
  ['12.5', '12.5 en'],
  ['1234.567', '1234.567 en'],
  ["9'405", '9405 null'],
  ['1’056’714,5', '1056714.5 vi'],
  ['180(1)', '180 null'],
  ['26.120,5[12]', '26120.5 vi'],
  ["'530,25", '530.25 vi'],
  ['= 12', '12 null'],
  ['３００', '300 null'],
  ['0', '0 null'],
  ['-0', '0 null'],
])('"%s" is %s', (text, reading) => {
  expect(readings(text)).toEqual([reading]);
});

test.each([
  ['34.357', ['34357 vi', '34.357 en']],
  ['34,357', ['34.357 vi', '34357 en']],
  ['- 998.175', ['-998175 vi', '-998.175 en']],
  ['25.454¹', ['25454 vi', '25.454 en']],
])('"%s" is two numbers', (text, both) => {
  expect(readings(text)).toEqual(both);
});

test.each([
  ...['', ' ', '-', '–', '—', ' - ', '…', '...'],
  ...['không có', 'N/A', 'n/a', 'x', 'X', 'chưa có', 'Chưa có số liệu', 'đang tổng hợp', 'chưa thống kê được'],
])('"%s" is no figure, and never zero', (text) => {
  expect(readings(text)).toBe('none');
});

test.each([
  '1.05.714',
  '1 05 714',
  '1.056.71',
  '12 34',
  'mười',
  '1.2,3.4',
  '5,',
  '5 HTX',
  '- -',
  '1e5',
  '0x1F',
  '-(381)',
  '٣',
  "9'40",
  "1'056 714",
  '180 (1)',
  'không',
  'không phát sinh',
])('"%s" cannot be read', (text) => {
  expect(readings(text)).toBe('unreadable');
});

test.each(['~40', '≈ 40', 'khoảng 40', ' Gần 40', 'ước đạt 40', '40 (ước)'])('"%s" is about 40', (text) => {
  expect(readNumber(text)).toMatchObject({ kind: 'number', approximate: true });
  expect(readings(text)).toEqual(['40 null']);
});

test('any number reads back exactly in the notation that it was written in', () => {
  fc.assert(
    fc.property(written, fc.constantFrom('vi', 'en', 'spaces'), (number, notation) => {
      const read = readNumber(number[notation as 'vi']);
      const own = notation === 'en' ? 'en' : 'vi';
      const fitting = read.kind === 'number' ? read.readings.filter((each) => (each.notation ?? own) === own) : [];
      expect(fitting.map(({ value }) => plain(value))).toEqual([plain(number.value)]);
    }),
  );
});

test('a number with nothing to clean is read as with blanks around it', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'01239.,'), minLength: 1 }),
    fc.stringMatching(/^\d{1,3}([.,]\d{3}){0,3}([.,]\d{1,4})?$/),
  );
  fc.assert(fc.property(text, (each) => expect(readings(each)).toEqual(readings(` ${each} `))));
});

test('no text at all makes it fail', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.,-+() ~%¹tỷ') }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(fc.property(text, (each) => expect(['none', 'number', 'unreadable']).toContain(readNumber(each).kind)));
});
