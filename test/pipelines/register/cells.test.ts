import fc from 'fast-check';
import { readFoundingCell, readFoundingDate } from '../../../pipelines/register/founding-date';
import { readTaxCode, tenthDigit } from '../../../pipelines/register/tax-code';
import { readYesNo } from '../../../pipelines/register/yes-no';

describe('a tax code', () => {
  // 0×31+1×29+0×23+0×19+1×17+0×13+9×7+1×5+0×3 = 114; 114 mod 11 = 4; 10 − 4 = 6.
  test.each([
    ['0100109106', { code: '0100109106', branch: null, zeroRestored: false, tenth: '6' }],
    ['0100109106-001', { code: '0100109106', branch: '001', zeroRestored: false, tenth: '6' }],
    ['0100109106001', { code: '0100109106', branch: '001', zeroRestored: false, tenth: '6' }],
    ["'0100109106", { code: '0100109106', branch: null, zeroRestored: false, tenth: '6' }],
    ['01001 09106', { code: '0100109106', branch: null, zeroRestored: false, tenth: '6' }],
    ['100109106', { code: '0100109106', branch: null, zeroRestored: true, tenth: '6' }],
    ['100109106-001', { code: '0100109106', branch: '001', zeroRestored: true, tenth: '6' }],
    ['100109106001', { code: '0100109106', branch: '001', zeroRestored: true, tenth: '6' }],
    ['0100109107', { code: '0100109107', branch: null, zeroRestored: false, tenth: '6' }],
    // 31 + 13 = 4 × 11: the tenth would be 10.
    ['1000010000', { code: '1000010000', branch: null, zeroRestored: false, tenth: null }],
    ['', 'none'],
    ['-', 'none'],
    ['chưa có', 'none'],
    ['100109107', 'invalid'],
    ['12345678', 'invalid'],
    ['20C8-00012', 'invalid'],
  ])('%s', (written, read) => {
    expect(readTaxCode(written)).toEqual(read);
  });

  test('ten digits are read as with a blank behind them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (code) => expect(readTaxCode(code)).toEqual(readTaxCode(`${code} `))),
    );
  });

  test('one wrong digit never passes the check', () => {
    const valid = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
      .map((digits) => digits.join(''))
      .map((nine) => ({ nine, tenth: tenthDigit(nine) }))
      .filter(({ tenth }) => tenth !== null)
      .map(({ nine, tenth }) => `${nine}${tenth}`);
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const wrong = code.slice(0, at) + ((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect(tenthDigit(wrong)).not.toBe(wrong[9]);
      }),
    );
  });
});

test.each([
  ['31/5/2021', '2021-05-31'],
  ['2021-05-31', '2021-05-31'],
  ['31-05-2021', '2021-05-31'],
  ['05/2021', '2021-05'],
  ['2021', '2021'],
  ['44347', '2021-05-31'],
  ['44347,0', '2021-05-31'],
  ['5/6/22', '2022-06-05'],
  ['5/6/98', '1998-06-05'],
  ['12.5.2022', '2022-05-12'],
  ['12-5-2022', '2022-05-12'],
  ['20220512', '2022-05-12'],
  ["'12/5/2022", '2022-05-12'],
  ['ngày 12 tháng 5 năm 2022', '2022-05-12'],
  ['12 tháng 5 năm 2022', '2022-05-12'],
  ['T5/2022', '2022-05'],
  ['tháng 5/2022', '2022-05'],
  ['Tháng 5-2022', '2022-05'],
  ['tháng 05 năm 2022', '2022-05'],
  ['năm 2015', '2015'],
  ['Năm 1015', '1015'],
  ['05/13/2022', 'invalid'],
  ['20221301', 'invalid'],
  ['tháng 13/2022', 'invalid'],
  ['', 'none'],
  ['31/2/2021', 'invalid'],
  ['99999', 'invalid'],
  ['năm ngoái', 'invalid'],
  ['2021/05/31', '2021-05-31'],
  ['2021.5.1', '2021-05-01'],
  ['2021/31/05', 'invalid'],
  ['31/05/2021 12:00:00 SA', '2021-05-31'],
  ['05/06/2021 12:00:00 AM', 'invalid'],
])('founded on %s', (written, read) => {
  expect(readFoundingDate(written)).toBe(read);
});

test('of a workbook’s date the serial number counts, unless less than a day is shown', () => {
  const cell = (text: string) => ({ text, stored: '44347', literal: false, at: { row: 1, column: 1 } });
  expect(readFoundingCell(cell('5/31/2021'))).toBe('2021-05-31');
  expect(readFoundingCell(cell('06/05/2021'))).toBe('2021-05-31');
  expect(readFoundingCell(cell('05/2021'))).toBe('2021-05');
  expect(readFoundingCell(cell('2021'))).toBe('2021');
});

test.each([
  ['x', true],
  ['X', true],
  ['có', true],
  ['Có', true],
  ['1', true],
  ['true', true],
  ['✔', true],
  ['✔️', true],
  ['✓', true],
  ['☑', true],
  ['v', true],
  ['C', true],
  ['không', false],
  ['KHÔNG', false],
  ['0', false],
  ['false', false],
  ['K', false],
  ['✘', false],
  ['☐', false],
  ['', null],
  ['-', null],
  ['có lẽ', 'invalid'],
])('%s as yes or no', (written, read) => {
  expect(readYesNo(written)).toBe(read);
});
