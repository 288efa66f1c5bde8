import * as fc from 'fast-check';
import { readDate, readDocument, readPeriod } from '../../../pipelines/normalise/period';
import { catalogue } from '../take-in';

test.each([
  ['6 tháng đầu năm 2021', '2021-Q2'],
  ['9 tháng năm 2022', '2022-Q3'],
  ['3 tháng đầu năm 2021', '2021-Q1'],
  ['12 tháng năm 2020', '2020-Q4'],
  ['Quý II/2021', '2021-Q2'],
  ['Quý IV năm 2021', '2021-Q4'],
  ['QUÝ 3/2021', '2021-Q3'],
  ['Q2/2021', '2021-Q2'],
  ['Năm 2020', '2020-Q4'],
  ['cả năm 2020', '2020-Q4'],
  ['2020', '2020-Q4'],
  ['2021-H1', '2021-Q2'],
  ['2021-9M', '2021-Q3'],
  ['2021-Q2', '2021-Q2'],
  ['nhiệm kỳ 2013 - 2018', '2013..2018'],
  ['6 tháng đầu năm 2021'.normalize('NFD'), '2021-Q2'],
  ['6 thang dau nam 2021', '2021-Q2'],
])('"%s" is %s', (text, period) => {
  expect(readPeriod(text)).toBe(period);
});

test.each(['', 'Quý V/2021', '7 tháng năm 2021', 'Nhiệm kỳ 2018 - 2013', 'Quý I/0021', 'Năm 21', 'tháng 6/2021'])(
  '"%s" is no period',
  (text) => {
    expect(readPeriod(text)).toBeNull();
  },
);

test('no text makes it fail', () => {
  const words = fc.constantFrom(
    'quý',
    'Q',
    'II',
    'năm',
    '6 tháng',
    '/',
    '2021',
    '0000',
    '0021',
    '-',
    ' ',
    '..',
    'nhiệm kỳ ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 6 }).map((each) => each.join('')),
  );
  fc.assert(fc.property(text, (each) => expect(readPeriod(each) ?? '2021-Q1').toMatch(/^\d{4}(-Q[1-4]|\.\.\d{4})$/)));
});

test.each([
  ['31/5/2021', '2021-05-31'],
  ['18-6-2021', '2021-06-18'],
  ['1.12.2021', '2021-12-01'],
  ['2021-05-31', '2021-05-31'],
  ['tính đến ngày 30/6/2023', '2023-06-30'],
  ['29/2/2020', '2020-02-29'],
  ['29/2/2021', null],
  ['31/6/2021', null],
  ['99/99/9999', null],
  ['tháng 6', null],
])('the date in "%s" is %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test('a document has a number and a date', () => {
  expect(readDocument('21/BC-LM ngày 18/6/2021')).toEqual({ number: '21/BC-LM', date: '2021-06-18' });
  expect(readDocument('21/BC-LM, ngày 18/6/2021')).toEqual({ number: '21/BC-LM', date: '2021-06-18' });
  expect(readDocument('21/BC-LM')).toEqual({ number: '21/BC-LM', date: null });
  expect(readDocument('')).toEqual({ number: null, date: null });
});

test.each([
  ['Bắc Giang', '63/24'],
  ['tỉnh Bắc Giang', '63/24'],
  ['BẮC GIANG', '63/24'],
  ['Bac Giang', '63/24'],
  ['tinh Bắc Giang', '63/24'],
  ['tĩnh Bắc Giang', '63/24'],
  ['Liên minh HTX tỉnh Bắc Giang', '63/24'],
  ['Bắc Giang'.normalize('NFD'), '63/24'],
  ['24', '63/24'],
  ['TP. Hồ Chí Minh', '63/79'],
  ['TPHCM', '63/79'],
  ['Liên minh HTX thành phố Hồ Chí Minh', '63/79'],
  ['Liên minh HTX thành phố Cần Thơ', '63/92'],
  ['Bà Rịa-Vũng Tàu', '63/77'],
  ['Thừa Thiên - Huế', '63/46'],
  ['Đăk Lăk', '63/66'],
  ['Hoà Bình', '63/17'],
  ['Hà Nội 2', null],
])('on the map of the 63, "%s" is %s', (text, province) => {
  expect(catalogue.provinceOf(text, '63')).toBe(province);
});

test('a code or a name means what it means on the map of the day', () => {
  expect(catalogue.provinceOf('24', '34')).toBe('34/24');
  expect(catalogue.provinceOf('Bắc Ninh', '34')).toBe('34/24');
  expect(catalogue.provinceOf('Bắc Ninh', '63')).toBe('63/27');
  expect(catalogue.provinceOf('Bắc Giang', '34')).toBeNull();
  expect(catalogue.provinceOf('27', '34')).toBeNull();
});

test('every province is found by each of its names and by its code', () => {
  for (const { id, map, names } of catalogue.provinces.values())
    for (const text of [
      id.slice(3),
      ...names.flatMap(({ name }) => [name, name.toUpperCase(), `Liên minh HTX ${name}`]),
    ])
      expect([text, catalogue.provinceOf(text, map)]).toEqual([text, id]);
});

test.each([
  ['6 tháng đầu năm 2022, phương hướng 6 tháng cuối năm 2022', '2022-Q2'],
  ['Quý III và 9 tháng năm 2022', '2022-Q3'],
  ['Ước cả năm 2022', '2022-Q4'],
  ['Năm 2022 (ước)', '2022-Q4'],
  ['sáu tháng đầu năm 2022', '2022-Q2'],
  ['Từ 01/01/2022 đến 30/6/2022', '2022-Q2'],
  ['II/2022', '2022-Q2'],
])('as offices head their reports: %s', (written, period) => {
  expect(readPeriod(written)).toBe(period);
});

test.each([
  '6 tháng cuối năm 2022',
  'Quý II và 9 tháng năm 2022',
  'Từ 01/04/2022 đến 30/6/2022',
  '5/2022',
  'tháng 6 năm 2022',
  'Năm 2021 và 6 tháng đầu năm 2022',
])('what does not run from January to a quarter’s end is no period: %s', (written) => {
  expect(readPeriod(written)).toBeNull();
});
