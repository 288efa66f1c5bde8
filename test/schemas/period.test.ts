import {
  lastDay,
  mapOf,
  type Period,
  periodFromCode,
  periodName,
  quarter,
  quartersOf,
  tablesTouchedBy,
  yearAfter,
  yearBefore,
  yearOf,
} from '../../schemas/period';

const period = (code: string) => periodFromCode(code) as Period;

test.each([
  ['2021-Q1', '2021-Q1'],
  ['2021-H1', '2021-Q2'],
  ['2021-Q2', '2021-Q2'],
  ['2021-9M', '2021-Q3'],
  ['2021', '2021-Q4'],
  ['2021-Q4', '2021-Q4'],
  [' 2021-h1 ', '2021-Q2'],
  ['2013..2018', '2013..2018'],
])('the code %s is the period %s', (code, canonical) => {
  expect(periodFromCode(code)).toBe(canonical);
});

test.each([
  '',
  '2021-Q5',
  '2021-Q0',
  '2021-H2',
  '21-Q1',
  '2021Q1',
  '2018..2013',
  '2018..2018',
  '0000',
  '0021-Q1',
  '9999',
])('"%s" is the code of no period', (code) => {
  expect(periodFromCode(code)).toBeNull();
});

test('the same period of the year before and after; a term has none', () => {
  expect(yearBefore(period('2026-Q2'))).toBe('2025-Q2');
  expect(yearAfter(period('2025-Q4'))).toBe('2026-Q4');
  expect(yearBefore(period('2013..2018'))).toBeNull();
  expect(yearBefore(period('1900-Q1'))).toBe('1899-Q1');
});

test('a period is measured against the plan of its year, a term against that of its last', () => {
  expect(yearOf(period('2021-Q3'))).toBe(2021);
  expect(yearOf(period('2013..2018'))).toBe(2018);
});

test.each([
  ['2020-Q1', '2020-03-31', '63'],
  ['2024-Q4', '2024-12-31', '63'],
  ['2025-Q2', '2025-06-30', '63'],
  ['2025-Q3', '2025-09-30', '34'],
  ['2026-Q1', '2026-03-31', '34'],
  ['2020..2025', '2025-12-31', '34'],
])('%s ends on %s, when the map of the %s was in force', (code, day, map) => {
  expect(lastDay(period(code))).toBe(day);
  expect(mapOf(period(code))).toBe(map);
});

test('a figure enters the tables of its year, which share its plan, and that of the year after, which compares with it', () => {
  expect(tablesTouchedBy(quarter(2021, 2))).toEqual(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2022-Q2']);
  expect(tablesTouchedBy(quarter(2021, 4))).toEqual([...quartersOf(2021), ...quartersOf(2022)]);
  expect(tablesTouchedBy(period('2013..2018'))).toEqual(['2013..2018']);
});

test('a period is named as the alliance writes it', () => {
  expect(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2013..2018'].map((code) => periodName(period(code)))).toEqual([
    'quý I năm 2021',
    '6 tháng đầu năm 2021',
    '9 tháng đầu năm 2021',
    'năm 2021',
    'nhiệm kỳ 2013 - 2018',
  ]);
});
