import type { Pool } from 'pg';
import type { Context } from '../../jobs/context';
import { publish } from '../../jobs/editions';
import { ProvinceId } from '../../schemas/codes';
import { type Period, quarter } from '../../schemas/period';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { restoreUsualSizes, usualSizesBefore } from '../../sinks/warehouse/usual-sizes';
import { catalogue, flat, handedIn, submitted, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const published = (period: Period) =>
  publish({ warehouse: { pool, catalogue }, now: tick } as unknown as Context, {
    period,
    by: 'Lan',
    overrideWhy: null,
  });
/** So many tỷ of capital for each of 400 cooperatives of ten members. */
const report = (period: Period, province: string, each: number) =>
  flat(period, [
    `${province} htx.count all 400`,
    `${province} htx.members all 4000`,
    `${province} htx.charter_capital all ${400 * each}`,
  ]);
const known = async (receipt: number, period: Period) =>
  (await earlierThan(pool, catalogue, receipt, ProvinceId.parse('63/24'), period)).others.map(
    ({ code, sector, per, low, high }) => `${code} ${sector} per ${per}: ${low.inBase()} to ${high.inBase()}`,
  );
const findings = async (receipt: number) =>
  (
    await pool.query<{ message: string }>(
      "select message from finding where rule = 'unit.contradicted' and submission = $1",
      [`${receipt}-1`],
    )
  ).rows;

const [q1, q2] = [quarter(2021, 1), quarter(2021, 2)];
let before: number;
let after: number;
beforeAll(async () => {
  for (const [index, gso] of ['26', '27', '30', '31'].entries())
    await submitted(pool, report(quarter(2020, 1), gso, 1 + index));
  await published(quarter(2020, 1));
  for (const [index, gso] of ['26', '27', '30', '31', '33', '35', '36', '37', '38', '40'].entries())
    await submitted(pool, report(q1, gso, (5 + index) / 100));
  // In another unit: a few do not move what is usual.
  await submitted(pool, report(q1, '34', 100));
  before = (await submitted(pool, report(q1, '01', 90))).receipt;
  await published(q1);
  after = (await submitted(pool, report(q1, '02', 90))).receipt;
});

test('of five provinces and more that were published: the middle of them, and what is near it', async () => {
  const { receipt } = await handedIn(pool, report(q2, '24', 2));
  expect((await known(receipt, q2)).sort()).toEqual([
    'htx.charter_capital all per htx.count: 13000000 to 830000000',
    'htx.charter_capital all per htx.members: 1300000 to 83000000',
    'htx.charter_capital all per null: 5300000000 to 330000000000',
    'htx.members all per htx.count: 1.3 to 79',
  ]);
});

test('a file that was received before the edition, or is of a period before, does not hear it', async () => {
  expect(await known(before, q1)).toEqual([]);
  expect(await known(after, q1)).toHaveLength(4);
  expect(await known(after, quarter(2020, 4))).toEqual([]);
});

test('a first report in another unit is found, and no province is named', async () => {
  expect(await findings(before)).toEqual([]);
  const [only] = await findings(after);
  expect(only?.message).toContain('bình quân 90 tỷ đồng một HTX');
  for (const name of ['Vĩnh Phúc', 'Bắc Ninh', 'Hải Dương', 'Hải Phòng', 'Hưng Yên'])
    expect(only?.message).not.toContain(name);
});

test('what a manifest says of it is put back as it was', async () => {
  const sizes = await usualSizesBefore(pool, tick());
  const was = await known(after, q1);
  await pool.query('delete from usual_size');
  expect(await known(after, q1)).toEqual([]);
  await restoreUsualSizes(pool, sizes);
  expect(await known(after, q1)).toEqual(was);
  expect(await usualSizesBefore(pool, tick())).toEqual(sizes);
});
