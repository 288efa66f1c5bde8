import * as fc from 'fast-check';
import { readAmount } from '../../../pipelines/normalise/amount';
import { plain } from '../../../schemas/decimal';
import { vietnameseNumber } from '../../../schemas/vietnamese';
import { annex, catalogue, findings, lines, report } from '../take-in';
import { written } from './written';

const cell = (text: string, literal = false) => ({ text, literal, at: { row: 1, column: 1 } });
/** All that the cell can mean, in đồng (or in %). */
const amounts = (text: string, literal = false) => {
  const read = readAmount(cell(text, literal), catalogue);
  if (read.kind !== 'amount') return read.kind;
  const factor = read.unit?.unit.factor ?? '1';
  return read.readings.map(({ value }) => plain(value.times(factor)) + (read.unit?.per ? ` a ${read.unit.per}` : ''));
};

// forms.md, "Money"
test.each([
  ['840,988 tỷ đồng', ['840988000000', '840988000000000']],
  ['142.200 triệu đồng', ['142200000000', '142200000']],
  ['2.056,598 tỷ đồng', ['2056598000000']],
  ['17 tỷ 546 triệu đồng', ['17546000000']],
  ['1.159 tỷ 95 triệu', ['1159095000000']],
  ['772.000 tỷ 1 triệu', ['772000001000000']],
  ['3.000.000.000đ', ['3000000000']],
  ['1,5 tỉ', ['1500000000']],
  ['500 tr.đ', ['500000000']],
  ['250 nghìn đồng', ['250000']],
  ['1 056 714 triệu đồng', ['1056714000000']],
  ['12 triệu đồng/người/tháng', ['12000000 a month']],
  ['2,5 tỷ đồng/năm', ['2500000000 a year']],
  ['(381) triệu đồng', ['-381000000']],
  ['~1,5 TỶ ĐỒNG', ['1500000000']],
  ['63,2%', ['63.2']],
  ['63,2 %', ['63.2']],
])('"%s" is %j', (text, meanings) => {
  expect(amounts(text)).toEqual(meanings);
});

test.each([
  ['17 tỷ 1.546 triệu đồng', 'unreadable'],
  ['546 triệu 17 tỷ', 'unreadable'],
  ['1,5 tỷ 95 triệu', 'unreadable'],
  ['5 con', 'unknown_unit'],
  ['5 ty', 'unknown_unit'],
  ['năm tỷ', 'unreadable'],
  ['tỷ', 'unreadable'],
  ['-', 'none'],
])('"%s" is %s', (text, kind) => {
  expect(amounts(text)).toBe(kind);
});

test.each([
  ['26.l20', '26120'],
  ['O3', '3'],
  ['32S', '325'],
  ['26.12O người', '26120'],
  ['9.4O5', '9405'],
])('a letter for a digit is never read, but what it stands for proposed: "%s"', (text, value) => {
  const read = report(annex(['I;HTX;;', `1;Tổng số thành viên HTX;người;${text}`]));
  expect(lines(read)).toEqual([]);
  expect(findings(read)).toEqual([`number.misprint error at row 5, column 4: ${text}`]);
  expect(read.findings[0]?.proposal).toMatchObject({ value, unit: 'người' });
});

test.each([
  ['3 (ba)', '3'],
  ['01 (một) ', '1'],
])('words in parentheses are not read as a number, but it is proposed: "%s"', (text, value) => {
  const read = report(annex(['I;HTX;;', `1;Giải thể;HTX;${text}`]));
  expect(lines(read)).toEqual([]);
  expect(findings(read)).toEqual([`number.misprint error at row 5, column 4: ${text}`]);
  expect(read.findings[0]?.proposal).toMatchObject({ value, unit: 'HTX' });
});

test('a letter for a digit of a number that reads two ways: nothing is proposed', () => {
  const read = report(annex(['I;HTX;;', '1;Tổng vốn điều lệ HTX;tỷ đồng;53O.250']));
  expect(findings(read)).toEqual(['number.misprint error at row 5, column 4: 53O.250']);
  expect(read.findings[0]?.proposal).toBeNull();
});

test.each(['180,', '03.'])('what lost its end is a number that cannot be read, and has no unit: "%s"', (text) => {
  expect(amounts(text)).toBe('unreadable');
});

test.each(['₫1.250.000.000', '1.250.000.000₫', 'VND 1.250.000.000'])('currency signs: "%s"', (text) => {
  expect(amounts(text)).toEqual(['1250000000']);
});

test.each([
  ['530,25 ty dong', ['530250000000']],
  ['54 trieu dong/nam', ['54000000 a year']],
  ['1.632 nguoi', ['1632', '1.632']],
])('units without their accents: "%s"', (text, meanings) => {
  expect(amounts(text)).toEqual(meanings);
});

test('what the file itself typed as a number is taken as it is', () => {
  expect(amounts('34.357', true)).toEqual(['34.357']);
  expect(amounts('1e3', true)).toEqual(['1000']);
  expect(amounts('0.1000000000000000000001', true)).toEqual(['0.1000000000000000000001']);
});

test.each([
  ['34.357 tỷ đồng', ['34357000000']],
  ['63.2%', ['63.2']],
  ['-998175 ₫', ['-998175']],
  ['VNĐ 5.50', ['5.5']],
  ['~40', ['40']],
  ['4.3 triệu đồng/tháng', ['4300000 a month']],
  ['5 con', 'unknown_unit'],
  ['$5', 'unknown_unit'],
  ['5. ', 'unknown_unit'],
  ['tỷ đồng', 'unreadable'],
])('beside a number of a workbook its format may write a unit: "%s" is %j', (text, meanings) => {
  expect(amounts(text, true)).toEqual(meanings);
});

test('no number is so long or so large that it keeps the machine busy', () => {
  for (const text of ['1e999999999', '-1e-999999999', '1e99999999999999999999'])
    expect(amounts(text, true)).toBe('unreadable');
  expect(amounts('1'.repeat(1_000_000))).toBe('unreadable');
  expect(amounts(`${'1'.repeat(1_000_000)}(`)).toBe('unreadable');
});

const factors = {
  đồng: 1n,
  'nghìn đồng': 1000n,
  'triệu đồng': 10n ** 6n,
  'tỷ đồng': 10n ** 9n,
  'nghìn tỷ đồng': 10n ** 12n,
};
const spellings = {
  đồng: ['đồng', 'đ', 'VNĐ'],
  'nghìn đồng': ['nghìn đồng', 'ngàn đồng', 'nghìn'],
  'triệu đồng': ['triệu đồng', 'triệu', 'tr.đ', 'Tr đồng'],
  'tỷ đồng': ['tỷ đồng', 'tỉ đồng', 'tỷ', 'TỈ'],
  'nghìn tỷ đồng': ['nghìn tỷ đồng', 'ngàn tỷ', 'nghìn tỉ đồng'],
};

test('any amount reads back exactly: in every notation, in every unit, in the cell, the column, the header or the preamble', () => {
  const unit = fc
    .constantFrom(...(Object.keys(factors) as (keyof typeof factors)[]))
    .chain((name) => fc.record({ name: fc.constant(name), text: fc.constantFrom(...spellings[name]) }));
  const place = fc.constantFrom('cell', 'column', 'header', 'preamble');
  const positive = written.filter(({ value }) => value.gte('0'));
  fc.assert(
    fc.property(
      positive,
      fc.constantFrom('vi', 'en', 'spaces'),
      unit,
      place,
      (number, notation, { name, text }, where) => {
        // A row that can be read in one way only says in which notation the file is.
        const sure = notation === 'en' ? '1,234,567.5' : '1.234.567,5';
        const value = `${number[notation as 'vi']}${where === 'cell' ? ` ${text}` : ''}`;
        const file = annex(
          [
            'I;HTX;;',
            `1;Doanh thu bình quân một HTX;triệu đồng;${sure}`,
            'IV;Quỹ hỗ trợ HTX;;',
            `1;Tổng nguồn vốn Quỹ;${where === 'column' ? text : ''};${value}`,
          ],
          `${where === 'preamble' ? `Đơn vị tính;${text}\n` : ''}TT;Chỉ tiêu;ĐVT;Thực hiện${where === 'header' ? ` (${text})` : ''}`,
        );
        const { observations } = report(file);
        const capital = observations.find(({ code }) => code === 'fund.capital');
        expect(capital?.amount.inBase()).toBe(plain(number.value.times(String(factors[name]))));
        expect(observations).toHaveLength(2);
      },
    ),
  );
});

test('any amount in tỷ and triệu, or down to nghìn, reads back exactly', () => {
  const below = fc.bigInt(1n, 999n);
  fc.assert(
    fc.property(
      fc.bigInt(1n, 999_999n),
      below,
      fc.option(below),
      fc.constantFrom(' đồng', ' đ', ''),
      (tỷ, triệu, nghìn, end) => {
        const text = `${vietnameseNumber(String(tỷ))} tỷ ${triệu} triệu${nghìn === null ? '' : ` ${nghìn} nghìn`}${end}`;
        expect([text, amounts(text)]).toEqual([
          text,
          [String(tỷ * 10n ** 9n + triệu * 10n ** 6n + (nghìn ?? 0n) * 1000n)],
        ]);
      },
    ),
  );
});

test('any amount a month or a year reads back exactly, in the cell, the column, the header or the preamble', () => {
  const place = fc.constantFrom('cell', 'column', 'header', 'preamble');
  // Which of two readings `1,000` has is for its size to say.
  const sure = written.filter(({ vi }) => !/^-?\d{1,3}[.,]\d{3}$/.test(vi));
  const time = fc.constantFrom(['/tháng', '12'], ['/người/tháng', '12'], ['/năm', '1'], ['/năm/người', '1']);
  fc.assert(
    fc.property(
      sure,
      fc.constantFrom('nghìn đồng', 'triệu đồng', 'tỷ đồng'),
      time,
      place,
      (number, name, [per, times], where) => {
        const unit = `${name}${per}`;
        const file = annex(
          [
            'III;THT;;',
            `1;Lãi bình quân một THT;${where === 'column' ? unit : ''};${number.vi}${where === 'cell' ? ` ${unit}` : ''}`,
            '2;Doanh thu bình quân một THT;triệu đồng;1.234.567,5',
          ],
          `${where === 'preamble' ? `Đơn vị tính;${unit}\n` : ''}TT;Chỉ tiêu;ĐVT;Thực hiện${where === 'header' ? ` (${unit})` : ''}`,
        );
        const profit = report(file).observations.find(({ code }) => code === 'tht.profit_avg');
        expect([file, profit?.amount.inBase()]).toEqual([
          file,
          plain(number.value.times(String(factors[name as keyof typeof factors])).times(times ?? '')),
        ]);
      },
    ),
  );
});

describe('units', () => {
  const value = (unit: string, text: string, label = 'Thu nhập bình quân của lao động trong HTX') =>
    report(annex(['I;HTX;;', `1;${label};${unit};${text}`]));

  test('the unit in the cell beats the column, the column the header, the header the preamble', () => {
    const file = (cellUnit: string, column: string, header: string) =>
      annex(
        ['IV;Quỹ hỗ trợ HTX;;', `1;Tổng nguồn vốn Quỹ;${column};5${cellUnit}`],
        `Đơn vị tính;đồng\nTT;Chỉ tiêu;ĐVT;Thực hiện${header}`,
      );
    expect(lines(report(file(' tỷ', 'triệu đồng', ' (nghìn đồng)')))).toEqual(['fund.capital all actual 5 tỷ đồng']);
    expect(report(file(' tỷ', 'triệu đồng', '')).observations[0]).toMatchObject({ raw: '5 tỷ', unit: 'tỷ' });
    expect(lines(report(file('', 'triệu đồng', ' (nghìn đồng)')))).toEqual(['fund.capital all actual 0.005 tỷ đồng']);
    expect(lines(report(file('', '', ' (nghìn đồng)')))).toEqual(['fund.capital all actual 0.000005 tỷ đồng']);
    expect(lines(report(file('', '', '')))).toEqual(['fund.capital all actual 0.000000005 tỷ đồng']);
  });

  test('a month of an average is a twelfth of its year; an average as such is never annualised', () => {
    expect(lines(value('triệu đồng/người/tháng', '4,3'))).toEqual([
      'htx.labour_income_avg all actual 51.6 triệu đồng/năm',
    ]);
    expect(value('triệu đồng/người/tháng', '4,3').observations[0]?.conversion).toBe('một tháng × 12');
    expect(lines(value('triệu đồng', '756'))).toEqual(['htx.labour_income_avg all actual 756 triệu đồng/năm']);
    expect(lines(value('triệu đồng', '2,5 tỷ đồng/năm'))).toEqual([
      'htx.labour_income_avg all actual 2500 triệu đồng/năm',
    ]);
  });

  test('a sum of money a month or a year is no sum of money', () => {
    const capital = 'Tổng vốn điều lệ HTX';
    expect(findings(value('tỷ đồng/tháng', '5', capital))).toEqual(['unit.mismatch error at row 5, column 4: 5']);
    expect(findings(value('tỷ đồng/năm', '5', capital))).toEqual(['unit.mismatch error at row 5, column 4: 5']);
  });

  test.each([
    ['HTX', 'Tổng vốn điều lệ HTX', '5', 'unit.mismatch'],
    ['triệu đồng', 'Tổng số HTX', '5', 'unit.mismatch'],
    ['%', 'Tổng số HTX', '5', 'unit.mismatch'],
    ['HTX', 'Tỷ lệ HTX hoạt động hiệu quả', '35', 'unit.mismatch'],
    ['HTX', 'Tổng số HTX', '5%', 'unit.mismatch'],
    ['tỷ USD', 'Tổng vốn điều lệ HTX', '5', 'unit.unknown'],
    ['tỷ đồng', 'Tổng vốn điều lệ HTX', '5 USD', 'unit.unknown'],
    ['', 'Tổng vốn điều lệ HTX', '5', 'unit.missing'],
    ['', 'Tỷ lệ HTX hoạt động hiệu quả', '0,35', 'unit.missing'],
    ['HTX', 'Tổng số HTX', '35,5', 'number.not_whole'],
    ['HTX', 'Tổng số HTX', '-5', 'number.negative'],
    ['HTX', 'Tổng số HTX', 'nhiều', 'number.unreadable'],
  ])('in the unit "%s", "%s" cannot be "%s": %s', (unit, label, text, rule) => {
    const read = value(unit, text, label);
    expect(findings(read)).toEqual([`${rule} error at row 5, column 4: ${text}`]);
    expect([read.rows, read.rowsLoaded, read.observations.length]).toEqual([1, 0, 0]);
  });

  test('a count needs no unit, and a loss is a figure', () => {
    expect(lines(value('', '34.357', 'Tổng số HTX'))).toEqual(['htx.count all actual 34357 HTX']);
    expect(lines(value('nghìn người', '1,5', 'Tổng số thành viên HTX'))).toEqual(['htx.members all actual 1500 người']);
    expect(lines(value('triệu đồng', '(12,5)', 'Lãi bình quân/HTX'))).toEqual([
      'htx.profit_avg all actual -12.5 triệu đồng/năm',
    ]);
  });

  test('what is written as about is loaded and said', () => {
    expect(lines(value('HTX', '~40', 'Tổng số HTX'))).toEqual(['htx.count all actual 40 HTX']);
    expect(findings(value('HTX', '~40', 'Tổng số HTX'))).toEqual(['number.approximate note at row 5, column 4: ~40']);
  });
});
