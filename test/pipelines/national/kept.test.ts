import fc from 'fast-check';
import type { Pool } from 'pg';
import { figures, mapsOf, rollUp, stalePeriods } from '../../../pipelines/national/rollup';
import { type Period, quarter } from '../../../schemas/period';
import { transaction } from '../../../sinks/warehouse/connect';
import { patience, runs } from '../../setup/runs';
import { catalogue, flat, row, submitted, tableOf, testWarehouse, tick } from '../../setup/warehouse';
import { type Change, change, happen } from './changes';
import { planned } from './planned';
import { empty, periods } from './random-reports';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());
beforeEach(() => empty(pool));

/** Changes, and after each one the period that is rolled up: of the others the tables stay behind. */
type Steps = readonly (readonly [Change, Period])[];
const steps = (atLeast: number, atMost = atLeast) =>
  fc.array(fc.tuple(change, fc.constantFrom(...periods)), { minLength: atLeast, maxLength: atMost });

test(
  'after reports, revisions, withdrawals, decisions and plans the kept tables are those made of the facts',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps(3, 9), async (all) => {
        await empty(pool);
        for (const [what, period] of all) {
          await happen(pool, what);
          await rolledUp(period);
        }
        const stale = await stalePeriods(pool, catalogue.version);
        const { rows } = await pool.query<{ period: Period }>("select distinct period from input where area <> 'VN'");
        for (const { period } of rows.filter(({ period }) => !stale.includes(period)))
          expect([period, await rolledUp(period)]).toEqual([period, [false, false]]);
        await expectFresh();
      }),
      { numRuns: runs(15) },
    );
  },
  patience(600_000),
);

test('whatever is written while tables are rolled up, no table stays behind', async () => {
  const [some = [], others = []] = fc.sample(steps(25), { numRuns: 2, seed: 7 });
  const write = async (these: Steps) => {
    for (const [what] of these) await happen(pool, what);
  };
  const rollUpMeanwhile = async (these: Steps) => {
    for (const [, period] of these) await rolledUp(period);
  };
  await Promise.all([write(some), write(others), rollUpMeanwhile(some), rollUpMeanwhile(others)]);
  await expectFresh();
}, 60_000);

test('a table looks at the other quarters of its year for their plans only', async () => {
  const [own, other] = [quarter(2022, 1), quarter(2022, 3)];
  const stale = () => stalePeriods(pool, catalogue.version);
  const report = (actual: number, plan: string) => submitted(pool, flat(other, [`24 htx.count all ${actual} ${plan}`]));
  const planShown = async () => row(await tableOf(pool, own), 'htx.count', 'all', 'VN').plan;
  await submitted(pool, flat(own, ['24 htx.count all 3']));
  await report(5, '');
  for (const period of [own, other]) await rolledUp(period);
  expect(await stale()).toEqual([]);

  const steps = [
    [6, '', [false, false]],
    [6, '9', [true, true]],
    [7, '9', [false, false]],
    [7, '8', [true, true]],
    [7, '', [true, true]],
  ] as const;
  for (const [actual, plan, did] of steps) {
    await report(actual, plan);
    expect(await stale()).toEqual([own, other]);
    expect([actual, plan, await rolledUp(own)]).toEqual([actual, plan, did]);
    expect(await stale()).toEqual([other]);
  }
  expect(await planShown()).toBeNull();
});

test('a province of the new map reaches nothing of an old map’s table, whose plan of the nation stays as it is', async () => {
  await planned(pool, '2025,VN,htx.count,all,HTX,40\n');
  await submitted(pool, flat('2025-Q1', ['24 htx.count all 3']));
  const old = () => transaction(pool, (client) => rollUp(client, quarter(2025, 1), '63', catalogue.version, tick()));
  await old();
  await submitted(pool, flat('2025-Q3', ['24 htx.count all 5 6']));
  expect(await old()).toBe(true);
  expect(row(await tableOf(pool, '2025-Q1', { map: '63' }), 'htx.count').plan).toBe('40');
});

test('another catalogue makes all that is kept anew', async () => {
  const [period] = periods as [Period];
  await happen(pool, {
    ...{ is: 'report', period },
    figures: [{ at: 0, code: 'htx.count', sector: 'all', value: 3, plan: null } as never],
  });
  await rolledUp(period);
  await pool.query('update kept_figure set num = 4');
  expect(await rolledUp(period)).toEqual([false, false]);
  expect(await rolledUp(period, 'another')).toEqual([true, true]);
  await expectFresh('another');
});

const rolledUp = (period: Period, version = catalogue.version) =>
  Promise.all(mapsOf(period).map((map) => transaction(pool, (client) => rollUp(client, period, map, version, tick()))));

/** Of all periods and both maps: what is kept is what comes of all facts, to the byte. */
async function expectFresh(version = catalogue.version): Promise<void> {
  const now = tick();
  for (const period of periods) {
    await rolledUp(period, version);
    for (const map of mapsOf(period)) {
      const drawn = async (knownAt: Date | null) => {
        const rows = await transaction(pool, (client) => figures(client, { period, map, knownAt }));
        const said = rows.map(({ area, code, sector, ...rest }) => [
          `${period} ${map} ${area} ${code} ${sector}`,
          Object.entries(rest).sort(),
        ]);
        return said.map((row) => JSON.stringify(row)).sort();
      };
      expect(await drawn(null)).toEqual(await drawn(now));
    }
  }
}
