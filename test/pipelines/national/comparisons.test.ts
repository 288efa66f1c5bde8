import type { Pool } from 'pg';
import { flat, row, submitted, tableOf, testWarehouse } from '../../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  await submitted(pool, flat('2015-Q2', ['24 htx.count all 90', '25 htx.count all 500', '24 htx.new all 3']));
  await submitted(pool, flat('2015-Q4', ['24 htx.count all 100', '26 htx.count all 60', '24 htx.new all 7']));
  await submitted(
    pool,
    flat('2016-Q2', ['24 htx.count all 110', '26 htx.count all 58', '27 htx.count all 1', '24 htx.new all 4']),
  );
  await submitted(pool, flat('2016-Q4', ['24 htx.count all 120', '26 htx.count all 50']));
});
afterAll(() => drop());

test('a stock is held against the same period and against the end of the year before, each like for like', async () => {
  expect(row(await tableOf(pool, '2016-Q2'), 'htx.count')).toMatchObject({
    actual: '169',
    previous: '90',
    previous_change: '20',
    compared: 1,
    year_end: '160',
    year_end_change: '8',
    year_end_percent: '105.0',
    year_end_compared_provinces: 2,
  });
});

test('a flow is held against the same period only', async () => {
  expect(row(await tableOf(pool, '2016-Q2'), 'htx.new')).toMatchObject({
    previous: '3',
    year_end: null,
    year_end_change: null,
    year_end_percent: null,
    year_end_compared_provinces: null,
  });
});

test('for a fourth quarter the end of the year before is the same period of that year', async () => {
  const found = row(await tableOf(pool, '2016-Q4'), 'htx.count');
  expect(found).toMatchObject({ year_end: '160', year_end_change: '10', year_end_compared_provinces: 2 });
  expect(found).toMatchObject({ previous: '160', previous_change: '10', compared: 2 });
});

test('the naive comparison stands beside the one like for like only where it says something else', async () => {
  const all = await tableOf(pool, '2016-Q2', { area: 'all' });
  expect(row(all, 'htx.count', 'all', 'VN')).toMatchObject({
    naive_previous: '590',
    naive_change: '-421',
    naive_percent: '28.6',
  });
  const alike = { naive_previous: null, naive_change: null, naive_percent: null };
  expect(row(all, 'htx.count', 'all', '24')).toMatchObject({ previous: '90', ...alike });
  expect(row(all, 'htx.new', 'all', 'VN')).toMatchObject({ previous: '3', ...alike });
});

test('a comparison is not naive for a province that reported nothing new: its zero changes nothing', async () => {
  await submitted(pool, flat('2018-Q4', ['24 htx.count all 5']));
  await submitted(pool, flat('2019-Q4', ['24 htx.count all 6', '25 htx.count all 0']));
  expect(row(await tableOf(pool, '2019-Q4'), 'htx.count')).toMatchObject({ naive_previous: null, compared: 1 });
});

describe('coverage', () => {
  test('weighs each province by what it had at the end of the year before, else in the same period of that year', async () => {
    const all = await tableOf(pool, '2016-Q2', { area: 'all' });
    // 24: 100, 26: 60, of 24, 26 and 25 (500, from the second quarter); 27 was never heard of before.
    expect(row(all, 'htx.count', 'all', 'VN').coverage).toBe('24.2');
    expect(row(all, 'htx.count', 'all', '24').coverage).toBe('100.0');
    expect(row(all, 'htx.count', 'all', '25')).toMatchObject({ actual: null, coverage: '0.0', on_basis: null });
    expect(row(all, 'htx.count', 'all', '27')).toMatchObject({ actual: '1', coverage: null });
  });

  test('of a ratio weighs by the denominator', async () => {
    const of = (province: string, count: number, effective: number) => [
      `${province} htx.count all ${count}`,
      `${province} htx.effective all ${effective}`,
    ];
    await submitted(pool, flat('2012', [...of('24', 300, 1), ...of('25', 100, 100)]));
    await submitted(pool, flat('2013-Q3', of('24', 10, 9)));
    expect(row(await tableOf(pool, '2013-Q3'), 'htx.effective_share').coverage).toBe('75.0');
  });
});

test('a revision of the end of a year reaches the tables of the year after', async () => {
  expect(row(await tableOf(pool, '2016-Q2'), 'htx.count').year_end).toBe('160');
  await submitted(pool, flat('2015-Q4', ['24 htx.count all 101', '26 htx.count all 60', '24 htx.new all 7']));
  expect(row(await tableOf(pool, '2016-Q2'), 'htx.count').year_end).toBe('161');
});
