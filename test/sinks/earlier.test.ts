import fc from 'fast-check';
import type { Pool } from 'pg';
import { takeDecision } from '../../jobs/commands/resolve';
import { quarter } from '../../schemas/period';
import { openPeriod } from '../../sinks/warehouse/periods';
import { catalogue, flat, handedIn, processed, submitted, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

/** `34.357` reads two ways, and nothing in the file says which: only what the province reported before does. */
const doubtful = (period: string, province: string) =>
  flat(period, [`${province} htx.charter_capital agri 340.357`, `${province} lh.count all 5`]);
const clear = (period: string, province: string, value: string) =>
  flat(period, [`${province} htx.charter_capital agri ${value}`]);

async function facts(province: string) {
  const { rows } = await pool.query(
    `select period, value_base, choice->>'because' as because from observation
     where code = 'htx.charter_capital' and province = '63/' || $1 and known_until = 'infinity' order by period`,
    [province],
  );
  return rows;
}
const findings = async (province: string) =>
  (
    await pool.query(
      "select rule from finding join submission using (submission) where province = '63/' || $1 order by period, number",
      [province],
    )
  ).rows.map(({ rule }) => rule);

test('what the province reported before settles a number that reads two ways, and somebody should look', async () => {
  await submitted(pool, clear('2021-Q1', '24', '338000'));
  await submitted(pool, doubtful('2021-Q2', '24'));
  expect(await facts('24')).toEqual([
    { period: '2021-Q1', value_base: '338000000000000', because: null },
    { period: '2021-Q2', value_base: '340357000000000', because: 'quý I năm 2021 là 338.000 tỷ đồng' },
  ]);
  expect(await findings('24')).toEqual(['notation.likely']);
});

test('what came in later, or is of a later period, says nothing', async () => {
  await submitted(pool, clear('2021-Q3', '25', '338'));
  await submitted(pool, doubtful('2021-Q2', '25'));
  await submitted(pool, clear('2021-Q1', '25', '338'));
  expect((await facts('25')).map(({ period }) => period)).toEqual(['2021-Q1', '2021-Q3']);
});

test('an earlier file that is taken in late has the later ones read again', async () => {
  const first = await handedIn(pool, clear('2021-Q1', '26', '338'));
  const second = await submitted(pool, doubtful('2021-Q2', '26'));
  expect(await facts('26')).toEqual([]);
  await processed(pool, first.receipt);
  const { rows } = await pool.query('select status from receipt where receipt = $1', [second.receipt]);
  expect(rows).toEqual([{ status: 'waiting' }]);
  await processed(pool, second.receipt);
  expect((await facts('26')).map(({ value_base }) => value_base)).toEqual(['338000000000', '340357000000']);
});

test('any order of work, also two at a time, ends in the same figures, findings and choices', async () => {
  const gso = ['01', '02', '04', '06', '08', '10', '11', '12', '14', '15'];
  let expected: unknown;
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (order) => {
      const province = gso[turn % gso.length] as string;
      turn += 1;
      const files = [
        clear('2021-Q1', province, '338'),
        doubtful('2021-Q2', province),
        clear('2021-Q1', province, '338000'),
        doubtful('2021-Q3', province),
        doubtful('2022-Q1', province),
      ];
      const receipts: number[] = [];
      for (const file of files) receipts.push((await handedIn(pool, file)).receipt);
      await Promise.all(order.map((index) => processed(pool, receipts[index] as number)));
      // The queue hands in again what waits once more.
      for (;;) {
        const { rows } = await pool.query<{ receipt: string }>(
          "select receipt from receipt where status = 'waiting' and receipt = any($1)",
          [receipts],
        );
        if (rows.length === 0) break;
        for (const { receipt } of rows) await processed(pool, Number(receipt));
      }
      const now = { facts: await facts(province), findings: await findings(province) };
      expected ??= now;
      expect(now).toEqual(expected);
    }),
    { numRuns: gso.length },
  );
});

test('a report that comes after its due date says so; in time, or where none was set, it does not', async () => {
  const message = async (period: string, province: string) => {
    await submitted(pool, flat(period, [`${province} htx.count all 5`]));
    const { rows } = await pool.query<{ message: string }>(
      "select finding.message from finding join submission using (submission) where rule = 'report.late' and period = $1",
      [period],
    );
    return rows.map((row) => row.message);
  };
  await openPeriod(pool, quarter(2022, 1), '2020-04-15', tick());
  await openPeriod(pool, quarter(2022, 2), '2099-07-15', tick());
  expect(await message('2022-Q1', '10')).toEqual([
    expect.stringMatching(/^Báo cáo nhận ngày .*, muộn \d+ ngày so với hạn 15\/04\/2020\.$/),
  ]);
  expect(await message('2022-Q2', '10')).toEqual([]);
  expect(await message('2022-Q3', '10')).toEqual([]);
});

test('a decision stays with its finding when the report is read once more and has others', async () => {
  const early = await handedIn(pool, clear('2023-Q1', '17', '338000'));
  const { receipt } = await submitted(
    pool,
    flat('2023-Q2', ['17 htx.charter_capital agri 340.357', '17 lh.count all 5', '17 lh.new all -5']),
  );
  const all = async () =>
    (
      await pool.query<{ finding: string; rule: string; status: string }>(
        'select finding, rule, status from finding where submission = $1 order by number',
        [`${receipt}-1`],
      )
    ).rows;
  const before = await all();
  const negative = before.find(({ rule }) => rule === 'number.negative');
  const verdict = { by: 'Lan', why: 'đã hỏi', verdict: 'keep' as const };
  await takeDecision({ pool, catalogue }, { finding: negative?.finding ?? '', ...verdict }, tick());
  // What the province said before comes late, and the number that read two ways is settled by it.
  await processed(pool, early.receipt);
  await processed(pool, receipt);
  const after = await all();
  expect(after.map(({ rule }) => rule).sort()).not.toEqual(before.map(({ rule }) => rule).sort());
  expect(after.filter(({ status }) => status === 'kept')).toEqual([{ ...negative, status: 'kept' }]);
  const ids = after.map(({ finding }) => finding);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { rule, finding } of after)
    if (before.every((each) => each.rule !== rule)) expect(before.map((each) => each.finding)).not.toContain(finding);
});
