import type { Pool } from 'pg';
import { type Asked, figures, rollUp } from '../../../pipelines/national/rollup';
import { nationalTable } from '../../../pipelines/national/table';
import { ProvinceId } from '../../../schemas/codes';
import { quarter } from '../../../schemas/period';
import { tableRecords } from '../../../sinks/exports/table-csv';
import { transaction } from '../../../sinks/warehouse/connect';
import { catalogue, flat, row, submitted, testWarehouse, tick } from '../../setup/warehouse';
import { planned } from './planned';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const period = quarter(2016, 4);
const asked: Asked = { period, map: '63', knownAt: null };

async function newlyFounded(some: Partial<Asked>) {
  const rows = await transaction(pool, async (client) => {
    await rollUp(client, period, '63', catalogue.version, tick());
    return figures(client, { ...asked, ...some });
  });
  const { actual, previous, plan } = row(tableRecords(nationalTable(asked, 'VN', rows, catalogue)), 'htx.new');
  return { actual, previous, plan };
}

test('a province and period, and the plan, are taken as known at a moment of their own; all others are not', async () => {
  for (const [year, value] of [
    ['2015', 10],
    ['2016', 20],
  ] as const)
    await submitted(pool, flat(year, [`24 htx.new all ${value}`, `25 htx.new all ${value}`]));
  await planned(pool, '2016,VN,htx.new,all,HTX,500');
  const then = tick();
  for (const [year, value] of [
    ['2015', 11],
    ['2016', 23],
  ] as const)
    await submitted(pool, flat(year, [`24 htx.new all ${value}`, `25 htx.new all ${value}`]));
  await planned(pool, '2016,VN,htx.new,all,HTX,600');

  expect(await newlyFounded({})).toEqual({ actual: '46', previous: '22', plan: '600' });
  expect(await newlyFounded({ knownAt: then })).toEqual({ actual: '40', previous: '20', plan: '500' });
  const province = ProvinceId.parse('63/24');
  expect(await newlyFounded({ moments: [{ province, period, at: then }] })).toEqual({
    actual: '43',
    previous: '22',
    plan: '600',
  });
  const now = tick();
  expect(await newlyFounded({ knownAt: then, moments: [{ province, period, at: now }] })).toMatchObject({
    actual: '43',
    previous: '20',
  });
  expect(await newlyFounded({ knownAt: then, planAt: now })).toEqual({ actual: '40', previous: '20', plan: '600' });
  expect(await newlyFounded({ planAt: then })).toMatchObject({ actual: '46', plan: '500' });
});
