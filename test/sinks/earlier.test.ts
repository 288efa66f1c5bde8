import fc from 'fast-check';
import type { Pool } from 'pg';
import { takeDecision } from '../../jobs/commands/resolve';
import { reconciling } from '../../pipelines/reconcile';
import { ProvinceId } from '../../schemas/codes';
import { type Period, quarter } from '../../schemas/period';
import type { KnownFigure } from '../../schemas/submission';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { openPeriod } from '../../sinks/warehouse/periods';
import { withdraw } from '../../sinks/warehouse/withdraw';
import { planned } from '../pipelines/national/planned';
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

test('what was taken back before the file came says nothing; what is taken back later is heard as it was', async () => {
  await submitted(pool, clear('2021-Q1', '27', '338'));
  const wrong = await submitted(pool, clear('2021-Q1', '27', '338000'));
  const takeBack = { submission: `${wrong.receipt}-1`, by: 'Lan', why: 'gửi nhầm' };
  const before = await submitted(pool, doubtful('2021-Q2', '27'));
  await withdraw(pool, takeBack, reconciling(catalogue), tick());
  await submitted(pool, doubtful('2021-Q3', '27'));
  expect((await facts('27')).slice(1).map(({ value_base }) => value_base)).toEqual(['340357000000000', '340357000000']);
  const again = await earlierThan(pool, catalogue, before.receipt, ProvinceId.parse('63/27'), quarter(2021, 2));
  expect(again.figures.map(({ amount }) => amount.inBase())).toEqual(['338000000000000']);
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

describe('beside the reports of earlier periods', () => {
  const known = (receipt: number, period: Period, province: string) =>
    earlierThan(pool, catalogue, receipt, ProvinceId.parse(`63/${province}`), period);
  const inBase = (figures: readonly KnownFigure[]) =>
    figures.map(({ code, sector, amount }) => `${code} ${sector} ${amount.inBase()}`).sort();
  const register = (province: string, capital: string) =>
    [
      `Đơn vị báo cáo;${province}`,
      'Kỳ báo cáo;Quý II năm 2021',
      'Tên HTX;Loại hình;Lĩnh vực;Vốn điều lệ (triệu đồng)',
      `HTX Tân Hưng;HTX;Nông nghiệp;${capital}`,
      '',
    ].join('\n');
  const q2 = quarter(2021, 2);

  test('the last twenty periods are known, each as it was last sent', async () => {
    const quarters = [2014, 2015, 2016, 2017, 2018, 2019].flatMap((year) => [1, 2, 3, 4].map((q) => quarter(year, q)));
    for (const [index, period] of quarters.entries())
      await submitted(pool, flat(period, [`38 htx.count all ${100 + index}`]));
    await submitted(pool, flat('2019-Q4', ['38 htx.count all 999']));
    const { receipt } = await handedIn(pool, flat('2020-Q1', ['38 htx.count all 130']));
    const { figures } = await known(receipt, quarter(2020, 1), '38');
    expect(figures.map(({ period }) => period).sort()).toEqual(quarters.slice(-20));
    expect(inBase(figures.filter(({ period }) => period === '2019-Q4'))).toEqual(['htx.count all 999']);
  });

  test('the register of the same period is known where it was received before', async () => {
    const before = await submitted(pool, flat('2021-Q2', ['40 htx.count all 1']));
    await submitted(pool, register('Nghệ An', '1500'));
    const after = await handedIn(pool, flat('2021-Q2', ['40 htx.count all 2']));
    expect((await known(before.receipt, q2, '40')).register).toEqual([]);
    expect((await known(after.receipt, quarter(2021, 3), '40')).register).toEqual([]);
    expect(inBase((await known(after.receipt, q2, '40')).register)).toContain('htx.charter_capital all 1500000000');
  });

  test('a register that is taken in late has the reports of its period read again that were received after it', async () => {
    const early = await submitted(pool, flat('2021-Q2', ['42 htx.count all 1']));
    const list = await handedIn(pool, register('Hà Tĩnh', '35500'));
    const later = await submitted(
      pool,
      flat('2021-Q2', ['42 htx.charter_capital all 35501.5', '42 htx.count all 416']),
    );
    const next = await submitted(pool, flat('2021-Q3', ['42 htx.count all 3']));
    expect(await findings('42')).not.toContain('unit.contradicted');
    await processed(pool, list.receipt);
    const { rows } = await pool.query<{ receipt: string }>(
      "select receipt from receipt where status = 'waiting' and receipt = any($1)",
      [[early.receipt, later.receipt, next.receipt]],
    );
    expect(rows.map(({ receipt }) => Number(receipt))).toEqual([later.receipt]);
    await processed(pool, later.receipt);
    expect(await findings('42')).toContain('unit.contradicted');
  });

  test('the plan of the year is known as it stood when the file was received', async () => {
    await planned(pool, '2021,44,fund.capital,all,tỷ đồng,18\n');
    const first = await handedIn(pool, flat('2021-Q2', ['44 fund.capital all 17']));
    await planned(pool, '2021,44,fund.capital,all,tỷ đồng,20\n2022,44,fund.capital,all,tỷ đồng,30\n');
    const second = await handedIn(pool, flat('2021-Q2', ['44 fund.capital all 16']));
    expect(inBase((await known(first.receipt, q2, '44')).plans)).toEqual(['fund.capital all 18000000000']);
    expect(inBase((await known(second.receipt, q2, '44')).plans)).toEqual(['fund.capital all 20000000000']);
    expect(inBase((await known(Number.MAX_SAFE_INTEGER, q2, '44')).plans)).toEqual(['fund.capital all 20000000000']);
  });

  test('where none was taken in, it is the one that the province gave in the year', async () => {
    await submitted(pool, flat('2020-Q4', ['45 fund.capital all 14 15']));
    await submitted(pool, flat('2021-Q1', ['45 fund.capital all 17 18']));
    const { receipt } = await handedIn(pool, flat('2021-Q2', ['45 fund.capital all 17']));
    expect(inBase((await known(receipt, q2, '45')).plans)).toEqual(['fund.capital all 18000000000']);
  });
});
