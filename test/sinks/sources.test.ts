import fc from 'fast-check';
import type { Pool } from 'pg';
import { takeDecision } from '../../jobs/commands/resolve';
import { reconciling } from '../../pipelines/reconcile';
import { submissionsOf } from '../../sinks/warehouse/submissions';
import { withdraw } from '../../sinks/warehouse/withdraw';
import { runs } from '../setup/runs';
import { catalogue, flat, handedIn, processed, row, submitted, tableOf, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

const json = (province: string, period: string, rows: Record<string, string>, document?: string) =>
  JSON.stringify({
    province,
    period,
    ...(document ? { document } : {}),
    rows: Object.entries(rows).map(([code, value]) => ({ code, value })),
  });
const findings = async (receipt: number) =>
  (
    await pool.query<{ finding: string; severity: string; message: string }>(
      "select finding, severity, finding.message from finding join submission using (submission) where receipt = $1 and rule like 'revision.%' order by finding",
      [receipt],
    )
  ).rows;
const line = async (receipt: number) => (await submissionsOf(pool, [receipt]))[0];
const count = async (period: string) => row(await tableOf(pool, period), 'htx.count').actual;
const takenBack = (submission: string) =>
  withdraw(pool, { submission, by: 'Lan', why: 'gửi nhầm' }, reconciling(catalogue), tick());

describe('the same report by two channels', () => {
  test('equal figures in another format are one submission with two files', async () => {
    const first = await submitted(pool, flat('2011-Q1', ['24 htx.count all 10', '24 htx.new all 2']));
    const second = await submitted(pool, json('24', '2011-Q1', { 'htx.new': '02', 'htx.count': '10' }));
    expect(await line(second.receipt)).toMatchObject({
      status: 'same',
      same_as: `${first.receipt}-1`,
      same_otherwise: true,
    });
    expect(await line(first.receipt)).toMatchObject({ status: 'loaded', stands: true, sources: 2 });
  });

  test('where two files of one document number differ, each figure is shown from both', async () => {
    const document = '21/BC-LM ngày 18/6/2021';
    await submitted(pool, flat('2011-Q2', ['24 htx.count all 10', '24 htx.new all 2'], { document }), {
      name: 'a.csv',
    });
    const second = await submitted(pool, json('24', '2011-Q2', { 'htx.count': '12', 'htx.new': '2' }, document), {
      name: 'b.json',
    });
    const [only, other] = await findings(second.receipt);
    expect(other).toBeUndefined();
    expect(only?.message).toContain(
      '"10" HTX (tệp "a.csv", dòng 2, cột 6) và "12" HTX (tệp "b.json", vị trí /rows/0/value)',
    );
  });

  test('a revision of another number is none of these', async () => {
    await submitted(pool, flat('2011-Q3', ['24 htx.count all 10'], { document: '1/BC ngày 1/10/2011' }));
    const next = await submitted(pool, flat('2011-Q3', ['24 htx.count all 12'], { document: '2/BC ngày 5/10/2011' }));
    expect(await findings(next.receipt)).toEqual([]);
    expect(await line(next.receipt)).toMatchObject({ status: 'loaded', stands: true });
  });
});

test('figures that a revision leaves out are one finding that names them', async () => {
  await submitted(pool, flat('2012-Q1', ['24 htx.count all 10', '24 htx.new all 2', '24 htx.dissolved all 1']));
  const next = await submitted(pool, flat('2012-Q1', ['24 htx.count all 11']));
  const found = await findings(next.receipt);
  expect(found).toMatchObject([{ finding: `${next.receipt}-1-r1`, severity: 'warning' }]);
  expect(found[0]?.message).toContain('không còn 2 số');
  expect(found[0]?.message).toContain('"Giải thể" "1" (dòng 4, cột 6)');
});

describe('taking a submission back', () => {
  test('what it had replaced stands again, once', async () => {
    const first = await submitted(pool, flat('2013-Q1', ['24 htx.count all 10']));
    const second = await submitted(pool, flat('2013-Q1', ['24 htx.count all 11']));
    expect(await count('2013-Q1')).toBe('11');
    expect(await takenBack(`${second.receipt}-1`)).toMatchObject({ what: 'withdrawn', stands: `${first.receipt}-1` });
    expect(await count('2013-Q1')).toBe('10');
    expect(await takenBack(`${second.receipt}-1`)).toMatchObject({ what: 'again', stands: `${first.receipt}-1` });
    const { rows } = await pool.query('select withdrawn_by, withdrawn_why from submission where submission = $1', [
      `${second.receipt}-1`,
    ]);
    expect(rows).toEqual([{ withdrawn_by: 'Lan', withdrawn_why: 'gửi nhầm' }]);
  });

  test('the only one leaves nothing, and an equal file sent after it is a report of its own', async () => {
    const first = await submitted(pool, flat('2013-Q2', ['24 htx.count all 10']));
    await takenBack(`${first.receipt}-1`);
    expect(await count('2013-Q2')).toBeNull();
    const second = await submitted(pool, json('24', '2013-Q2', { 'htx.count': '10' }));
    expect(await line(second.receipt)).toMatchObject({ status: 'loaded', stands: true });
    expect(await count('2013-Q2')).toBe('10');
  });

  test('the same bytes, handed in after they were taken back, are a report again', async () => {
    const first = await submitted(pool, flat('2014-Q1', ['24 htx.count all 10']));
    await takenBack(`${first.receipt}-1`);
    expect(await count('2014-Q1')).toBeNull();
    const again = await submitted(pool, flat('2014-Q1', ['24 htx.count all 10']));
    expect(again.receipt).not.toBe(first.receipt);
    expect(await line(again.receipt)).toMatchObject({ status: 'loaded', stands: true });
    expect(await count('2014-Q1')).toBe('10');
  });

  test('there is nothing to take back where nothing is, was refused, or is a copy', async () => {
    const first = await submitted(pool, flat('2013-Q3', ['24 htx.count all 10']));
    const copy = await submitted(pool, json('24', '2013-Q3', { 'htx.count': '10' }));
    const refused = await submitted(pool, 'nothing');
    expect(await takenBack('999-1')).toEqual({ what: 'unknown' });
    expect(await takenBack(`${refused.receipt}-1`)).toEqual({ what: 'refused' });
    expect(await takenBack(`${copy.receipt}-1`)).toEqual({ what: 'same', as: `${first.receipt}-1` });
  });
});

test('forty files of one province at once: none is lost, and the last one stands', async () => {
  const receipts: number[] = [];
  for (let value = 1; value <= 40; value += 1)
    receipts.push((await handedIn(pool, flat('2015-Q1', [`24 htx.count all ${value}`]))).receipt);
  await Promise.all(receipts.map((receipt) => processed(pool, receipt)));
  const { rows } = await pool.query(
    "select submission, value_base from observation where period = '2015-Q1' and known_from < known_until",
  );
  expect(rows).toHaveLength(40);
  expect(await line(receipts.at(-1) as number)).toMatchObject({ stands: true });
  expect(await count('2015-Q1')).toBe('40');
});

test('any order and any repetition of processing ends in the same submissions, facts and findings', async () => {
  const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === '63').map(({ id }) => id.slice(3));
  let turn = 0;
  let expected: unknown;
  const order = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(order, async (order) => {
      const gso = provinces[turn % provinces.length] as string;
      const year = 1994 + Math.floor(turn / provinces.length);
      turn += 1;
      const files: [string, object?][] = [
        [flat(`${year}-Q1`, [`${gso} htx.count all 10`, `${gso} htx.new all 2`])],
        [json(gso, `${year}-Q1`, { 'htx.count': '10', 'htx.new': '2' })],
        [flat(`${year}-Q1`, [`${gso} htx.count all 12`], { document: `7/BC ngày 5/4/${year}` })],
        [json(gso, `${year}-Q1`, { 'htx.count': '13' }, `7/BC ngày 5/4/${year}`)],
        [flat(`${year}-Q1`, [`${gso} htx.count all 10`, `${gso} htx.new all 2`]), { period: `${year}-Q1` }],
        [flat(`${year}-Q1`, [`${gso} htx.count all 9`], { document: `5/BC ngày 1/4/${year}` })],
      ];
      const receipts: number[] = [];
      for (const [text, options] of files) receipts.push((await handedIn(pool, text, options)).receipt);
      const [first = 0] = receipts;
      for (const index of order) await processed(pool, receipts[index] as number);
      await Promise.all(receipts.map((receipt) => processed(pool, receipt)));
      const { rows } = await pool.query<{ state: string }>(
        `select submission, submission.status, same_as, finding.message, s.known_until = 'infinity' as stands,
                (select json_agg(json_build_array(code, value_base, known_from < known_until) order by code, known_from)
                 from observation where observation.submission = submission.submission) as facts
         from submission
         left join standing as s using (submission)
         left join finding using (submission)
         where receipt = any($1) order by receipt, s.known_from, finding`,
        [receipts],
      );
      // Receipt numbers and names differ from run to run; what became of the files does not.
      const state = JSON.stringify(rows)
        .replace(/(\d+)-1\b/g, (_, receipt) => `${Number(receipt) - first}`)
        .replaceAll(String(year), 'year');
      expected ??= state;
      expect(state).toBe(expected);
    }),
    { numRuns: runs(50) },
  );
});

test('figures that are gone stay asked for through later revisions, until somebody confirms that they are left out', async () => {
  await submitted(pool, flat('2019-Q3', ['24 htx.count all 10', '24 htx.new all 2', '24 htx.dissolved all 1']));
  const second = await submitted(pool, flat('2019-Q3', ['24 htx.count all 11', '24 htx.new all 2']));
  const third = await submitted(pool, flat('2019-Q3', ['24 htx.count all 12']));
  expect((await findings(third.receipt)).map(({ message }) => message)).toEqual([
    expect.stringContaining('không còn 1 số'),
    expect.stringContaining(`không có 1 số mà báo cáo ${second.receipt - 1}-1`),
  ]);
  const [lost] = await findings(second.receipt);
  await takeDecision(
    { pool, catalogue },
    { finding: lost?.finding ?? '', verdict: 'keep', by: 'Lan', why: 'đúng là bỏ' },
    tick(),
  );
  const fourth = await submitted(pool, flat('2019-Q3', ['24 htx.count all 13']));
  expect(await findings(fourth.receipt)).toEqual([
    expect.objectContaining({ message: expect.stringContaining(`không có 1 số mà báo cáo ${second.receipt}-1`) }),
  ]);
  const { rows } = await pool.query('select status from finding where finding = $1', [lost?.finding]);
  expect(rows).toEqual([{ status: 'kept' }]);
});
