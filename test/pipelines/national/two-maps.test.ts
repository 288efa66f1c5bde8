import type { Pool } from 'pg';
import { flat, row, submitted, tableOf, testWarehouse } from '../../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  // The seven codes that changed hands, each with its new province's other old ones, and Lai Châu, which stayed what it was.
  await submitted(
    pool,
    flat(
      '2025-Q1',
      old.map(([code, value]) => `${code} htx.count all ${value} ${value}`),
    ),
  );
  await submitted(
    pool,
    flat(
      '2026-Q1',
      merged.map(([code, value]) => `${code} htx.count all ${value} ${2 * value}`),
    ),
  );
});
afterAll(() => drop());

const old: readonly (readonly [string, number])[] = [
  ...([
    ['15', 1],
    ['10', 2],
  ] as const), // Yên Bái and Lào Cai are Lào Cai (15)
  ...([
    ['24', 100],
    ['27', 30],
  ] as const), // Bắc Giang and Bắc Ninh are Bắc Ninh (24)
  ...([
    ['44', 4],
    ['45', 5],
  ] as const), // Quảng Bình and Quảng Trị are Quảng Trị (44)
  ...([
    ['52', 6],
    ['64', 7],
  ] as const), // Bình Định and Gia Lai are Gia Lai (52)
  ...([
    ['80', 8],
    ['72', 9],
  ] as const), // Long An and Tây Ninh are Tây Ninh (80)
  ...([
    ['82', 10],
    ['87', 11],
  ] as const), // Tiền Giang and Đồng Tháp are Đồng Tháp (82)
  ...([
    ['91', 12],
    ['89', 13],
  ] as const), // Kiên Giang and An Giang are An Giang (91)
  ...([
    ['12', 14],
    ['38', 3],
  ] as const), // Lai Châu and Thanh Hóa
];
const merged: readonly (readonly [string, number])[] = [
  ['15', 4],
  ['24', 143],
  ['44', 10],
  ['52', 14],
  ['80', 18],
  ['82', 22],
  ['91', 26],
  ['12', 15],
  ['38', 6],
];

test.each([
  ['15', 'Lào Cai', 'Yên Bái', '4', '3'],
  ['24', 'Bắc Ninh', 'Bắc Giang', '143', '130'],
  ['44', 'Quảng Trị', 'Quảng Bình', '10', '9'],
  ['52', 'Gia Lai', 'Bình Định', '14', '13'],
  ['80', 'Tây Ninh', 'Long An', '18', '17'],
  ['82', 'Đồng Tháp', 'Tiền Giang', '22', '21'],
  ['91', 'An Giang', 'Kiên Giang', '26', '25'],
])('code %s is %s now and was %s', async (code, now, then, actual, previous) => {
  const find = async (period: string, map: '63' | '34') =>
    row(await tableOf(pool, period, { area: { id: code }, map }), 'htx.count');
  const change = String(Number(actual) - Number(previous));
  const exact = { on_basis: 'exact', expected: 1 };
  expect(await find('2026-Q1', '34')).toMatchObject({
    ...exact,
    area_name: now,
    actual,
    previous,
    previous_change: change,
    compared: 1,
  });
  expect(await find('2025-Q1', '34')).toMatchObject({ ...exact, actual: previous });
  const alone = String(old.find(([each]) => each === code)?.[1]);
  expect(await find('2025-Q1', '63')).toMatchObject({ ...exact, area_name: then, actual: alone, plan: alone });
  expect(await find('2026-Q1', '63')).toMatchObject({
    area_name: then,
    actual: null,
    previous: null,
    plan: null,
    reporting: 0,
    expected: 1,
    on_basis: 'unavailable',
  });
});

test('on the old map the nation has all of a new period, in the new provinces', async () => {
  for (const map of ['63', '34'] as const) {
    expect(row(await tableOf(pool, '2026-Q1', { map }), 'htx.count')).toMatchObject({
      actual: '258',
      previous: '235',
      previous_change: '23',
      reporting: 9,
      compared: 9,
      expected: 34,
      on_basis: 'exact',
    });
  }
});

test('on the old map a region has a new period only where it is a union of whole new provinces', async () => {
  const regions = await tableOf(pool, '2026-Q1', { area: 'regions', map: '63' });
  const found = regions.filter(({ code, sector }) => code === 'htx.count' && sector === 'all');
  expect(found.map(({ area, actual, expected, on_basis }) => [area, actual, expected, on_basis])).toEqual([
    ['8:TB', null, 4, 'unavailable'], // Hòa Bình is in Phú Thọ
    ['8:DB', null, 8, 'unavailable'],
    ['8:DBSH', null, 6, 'unavailable'],
    ['8:BTB', '16', 5, 'exact'],
    ['8:DHMT', null, 5, 'unavailable'],
    ['8:TN', null, 4, 'unavailable'],
    ['8:DNB', null, 5, 'unavailable'],
    ['8:DBSCL', null, 6, 'unavailable'],
  ]);
  expect(regions.find(({ area, code }) => area === '8:TN' && code === 'htx.new')?.on_basis).toBeNull();
});

test('on the old map a province that stayed what it was has a new period, and its plan', async () => {
  const found = row(await tableOf(pool, '2026-Q1', { area: { id: '12' }, map: '63' }), 'htx.count');
  expect(found).toMatchObject({ actual: '15', previous: '14', plan: '30', on_basis: 'exact' });
});

test('on the new map an old period needs all of a province’s old ones', async () => {
  await submitted(pool, flat('2024-Q1', ['24 htx.count all 90', '12 htx.count all 1']));
  const found = await tableOf(pool, '2024-Q1', { area: 'all', map: '34' });
  expect(row(found, 'htx.count', 'all', '24')).toMatchObject({ actual: null, on_basis: 'unavailable' });
  expect(row(found, 'htx.count', 'all', '15')).toMatchObject({ actual: null, on_basis: null });
  expect(row(found, 'htx.count', 'all', 'VN')).toMatchObject({ actual: '1', reporting: 1, on_basis: 'exact' });
});

test('plans of old provinces make that of a new one where all of them gave one and it gave none itself', async () => {
  const planOf = async (period: string, map: '63' | '34') =>
    row(await tableOf(pool, period, { area: { id: '24' }, map }), 'htx.count').plan;
  expect(await planOf('2025-Q1', '34')).toBe('130');
  expect(await planOf('2025-Q3', '34')).toBe('130');
  expect(await planOf('2025-Q3', '63')).toBeNull();
  expect(await planOf('2026-Q1', '34')).toBe('286');
});

test('the end of the year before lies on the old map for the last quarters of 2025 and is summed like all else', async () => {
  await submitted(pool, flat('2024-Q4', ['24 htx.count all 95', '27 htx.count all 25', '10 htx.count all 1']));
  await submitted(pool, flat('2025-Q3', ['24 htx.count all 141', '15 htx.count all 3']));
  for (const map of ['63', '34'] as const) {
    expect(row(await tableOf(pool, '2025-Q3', { map }), 'htx.count')).toMatchObject({
      actual: '144',
      year_end: '120',
      year_end_change: '21',
      year_end_percent: '117.5',
      year_end_compared_provinces: 1,
    });
  }
});
