import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { projectRoot } from '../../config/root';
import { rulesOf } from '../../config/rules';
import { judging } from '../../jobs/commands/judge';
import { takeDecision } from '../../jobs/commands/resolve';
import type { Catalogue } from '../../schemas/catalogue';
import { judgeAgain } from '../../sinks/warehouse/judge';
import { migrationsFolder } from '../../sinks/warehouse/migrate';
import { openPeriod } from '../../sinks/warehouse/periods';
import { standingKeys } from '../../sinks/warehouse/standing';
import { change, happen } from '../pipelines/national/changes';
import { catalogue, flat, handedIn, processed, submitted, testWarehouse, tick } from '../setup/warehouse';
import { slipped } from './slips';

let pool: Pool;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterEach(() => drop());

/** Judges everything again; how many findings came, went and changed. */
async function judged(by: Catalogue = catalogue, { dryRun = false } = {}): Promise<readonly [number, number, number]> {
  const counts: [number, number, number] = [0, 0, 0];
  for (const key of await standingKeys(pool, { period: null, provinces: null }))
    for (const { came, went, changed } of await judgeAgain(pool, key, judging(by), { dryRun })) {
      counts[0] += came.length;
      counts[1] += went.length;
      counts[2] += changed.length;
    }
  return counts;
}
const none = [0, 0, 0];

/** Reads what waits, until nothing does. */
async function allProcessed(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query("select receipt::int from receipt where status = 'waiting' order by receipt");
    if (rows.length === 0) return;
    for (const { receipt } of rows) await processed(pool, receipt);
  }
}

/** All that is known about the reports: verdicts, facts and what stands. */
async function everything() {
  const of = (sql: string) => pool.query(sql).then(({ rows }) => rows);
  return {
    findings: await of('select * from finding order by finding'),
    submissions: await of('select * from submission order by submission'),
    standing: await of('select * from standing order by submission, known_from'),
    observations: await of('select * from observation order by observation'),
  };
}
const findings = async () =>
  (
    await pool.query<{ finding: string; rule: string; severity: string; status: string }>(
      'select finding, rule, severity, status from finding order by submission, number',
    )
  ).rows;

/** The rules as a house may hold them: each as grave as the function says, unless it keeps a figure out. */
function held(severity: (rule: string) => 'warning' | 'note'): Catalogue {
  const all = [...catalogue.rules.all.values()].map((each) =>
    each.severity === 'error' ? each : { ...each, severity: severity(each.rule) },
  );
  return { ...catalogue, rules: rulesOf(all, catalogue.version) };
}

/** As if other rules, which find nothing, had judged it. */
async function judgedByNone(): Promise<void> {
  const nothing = { ...judging(catalogue), judge: () => [] };
  for (const key of await standingKeys(pool, { period: null, provinces: null }))
    await judgeAgain(pool, key, nothing, { dryRun: false });
}

const real = ['12_lai-chau_2023-H1.json', '24_bac-giang_2021-H1.csv'];
const report = (name: string) => readFileSync(path.join(projectRoot, 'config/reports', name));
async function realReports(by: Catalogue = catalogue, target: Pool = pool) {
  for (const name of real) await processed(target, (await handedIn(target, report(name), { name })).receipt, by);
}

test('judged again by the same rules, the real reports and the sample change in nothing', async () => {
  await realReports();
  for (const year of ['2019', '2020']) {
    const folder = path.join(projectRoot, 'config/sample', year);
    for (const name of readdirSync(folder)) await submitted(pool, readFileSync(path.join(folder, name)), { name });
  }
  const before = await everything();
  expect(before.findings.length).toBeGreaterThan(50);
  expect(await judged()).toEqual(none);
  expect(await everything()).toEqual(before);
}, 120_000);

test('whatever was handed in, taken back and decided, in any order: judged again by the same rules it changes in nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      for (const each of changes) await happen(pool, each);
      await allProcessed();
      const before = await everything();
      expect(await judged()).toEqual(none);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('reports with slips in them, and the earlier ones that they are held against: judged again they change in nothing', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(slipped, { minLength: 2, maxLength: 4 }), async (reports) => {
      await pool.query('truncate receipt restart identity cascade');
      for (const each of reports) await submitted(pool, each);
      await allProcessed();
      const before = await everything();
      found += before.findings.filter(({ made_by }) => made_by === 'rules').length;
      expect(await judged()).toEqual(none);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 20 },
  );
  expect(found).toBeGreaterThan(100);
}, 120_000);

test('of reports taken in before their lines were written down the order is found by the places of their cells', async () => {
  await realReports();
  const [slip] = fc.sample(slipped, { seed: 1, numRuns: 1 });
  await submitted(pool, slip ?? '');
  const folder = path.join(projectRoot, 'config/sample/2020');
  for (const name of ['04_cao-bang.json', '06-62-67_bac-kan-kon-tum-dak-nong.csv'])
    await submitted(pool, readFileSync(path.join(folder, name)), { name });
  const before = await everything();
  await pool.query('update observation set line = null');
  const migration = readFileSync(path.join(migrationsFolder, '017-judged.sql'), 'utf8');
  await pool.query(migration.slice(migration.indexOf('update observation')));
  expect(await everything()).toEqual(before);
});

test('by another profile it is what loading by that profile gives, and a second time changes nothing', async () => {
  const other = await testWarehouse();
  try {
    await fc.assert(
      fc.asyncProperty(fc.func(fc.constantFrom('warning', 'note')), async (severity) => {
        const house = held(severity as (rule: string) => 'warning' | 'note');
        await other.pool.query('truncate receipt restart identity cascade');
        await pool.query('truncate receipt restart identity cascade');
        await realReports();
        await realReports(house, other.pool);
        await judged(house);
        const verdicts = (of: Pool) =>
          of
            .query(
              `select finding, finding.rule, severity, nature, raw, finding.message, content, rules
               from finding join submission using (submission) order by submission, number`,
            )
            .then(({ rows }) => rows);
        expect(await verdicts(pool)).toEqual(await verdicts(other.pool));
        expect(await judged(house)).toEqual(none);
      }),
      { numRuns: 10 },
    );
  } finally {
    await other.drop();
  }
}, 120_000);

test('rules that find more or less: what stays keeps its number and its decision, what is gone goes', async () => {
  await realReports();
  const before = await findings();
  const [contradicted] = before.filter(({ rule }) => rule === 'cell.contradicted');
  const id = contradicted?.finding ?? '';
  await takeDecision({ pool, catalogue }, { finding: id, verdict: 'keep', by: 'Lan', why: 'đã gọi hỏi' }, tick());
  // One that no rule finds any more, and one that was never found before.
  await pool.query(`insert into finding (finding, submission, number, rule, nature, made_by, severity, message)
    values ('1-1-99', '1-1', 99, 'flow.differs', 'doubt', 'rules', 'warning', 'cũ')`);
  await pool.query("delete from finding where rule = 'indicator.missing' and submission = '1-1'");
  expect(await judged()).toEqual([1, 1, 0]);
  const after = await findings();
  expect(after.find(({ finding }) => finding === id)).toMatchObject({ rule: 'cell.contradicted', status: 'kept' });
  expect(after.map(({ finding }) => finding)).not.toContain('1-1-99');
  // A number that was given away is not given to another.
  expect(after.find(({ finding }) => finding === '1-1-100')).toMatchObject({
    rule: 'indicator.missing',
    status: 'open',
  });
  expect(await judged()).toEqual(none);
});

test('the number of a finding that was decided about and is gone is never another one’s', async () => {
  await realReports();
  const last = (await findings()).filter(({ finding }) => finding.startsWith('1-1-')).at(-1)?.finding ?? '';
  await takeDecision({ pool, catalogue }, { finding: last, verdict: 'keep', by: 'Lan', why: 'đã gọi hỏi' }, tick());
  await judgedByNone();
  expect((await findings()).map(({ finding }) => finding)).not.toContain(last);
  await judged();
  const after = (await findings()).filter(({ finding }) => finding.startsWith('1-1-'));
  expect(after.map(({ finding }) => finding)).not.toContain(last);
  expect(after.map(({ status }) => status)).toEqual(after.map(() => 'open'));
});

test('what a number says otherwise now is said otherwise, and the decision about it stays', async () => {
  await realReports();
  const [one] = (await findings()).filter(({ rule }) => rule === 'cell.contradicted');
  await pool.query(
    `update finding set message = 'cũ', proposal = null, status = 'kept', severity = 'note' where finding = $1`,
    [one?.finding],
  );
  expect(await judged()).toEqual([0, 0, 1]);
  const { rows } = await pool.query('select message, proposal, status, severity from finding where finding = $1', [
    one?.finding,
  ]);
  expect(rows).toEqual([
    { message: expect.stringMatching(/không khớp/), proposal: expect.anything(), status: 'kept', severity: 'warning' },
  ]);
});

test('what reading found stays, with what was decided about it, whatever the rules find', async () => {
  await submitted(
    pool,
    flat('2021-Q1', ['24 htx.charter_capital all 34.357', '24 htx.count all nhiều', '24 lh.count all 3']),
  );
  const before = await findings();
  expect(before.map(({ rule }) => rule)).toEqual(['number.unreadable', 'notation.undecided']);
  await judgedByNone();
  expect(await findings()).toEqual(before);
  expect(await judged(held(() => 'note'))).toEqual(none);
});

test('a dry run says the same and changes nothing', async () => {
  await realReports();
  await judgedByNone();
  const before = await everything();
  const found = (await judged(catalogue, { dryRun: true }))[0];
  expect(found).toBeGreaterThan(0);
  expect(await everything()).toEqual(before);
  expect(await judged()).toEqual([found, 0, 0]);
});

test('by rules that find other things a copy by another channel is a copy still', async () => {
  const name = '12_lai-chau_2023-H1.json';
  await submitted(pool, report(name), { name });
  const content = async () => (await pool.query("select content from submission where submission = '1-1'")).rows[0];
  const was = await content();
  await judgedByNone();
  expect(await content()).not.toEqual(was);
  await judged();
  expect(await content()).toEqual(was);
  const { receipt } = await submitted(pool, `${report(name)}\n\n`, { name: 'copy.json' });
  const { rows } = await pool.query('select status, same_as from submission where receipt = $1', [receipt]);
  expect(rows).toEqual([{ status: 'same', same_as: '1-1' }]);
});

test('reports that the rules told apart and now say are one, are one', async () => {
  const name = '12_lai-chau_2023-H1.json';
  await submitted(pool, report(name), { name });
  await judgedByNone();
  // Its contents differ by what is found in it.
  await submitted(pool, `${report(name)}\n\n`, { name: 'copy.json' });
  const standing = async () =>
    (await pool.query("select submission from standing where known_until = 'infinity'")).rows.map(
      (each) => each.submission,
    );
  expect(await standing()).toEqual(['2-1']);
  await judged();
  expect(await standing()).toEqual(['1-1']);
  expect((await pool.query('select area, version::int from input')).rows).toEqual([{ area: '63/12', version: 3 }]);
});

test('a due date that was set since then counts', async () => {
  await submitted(pool, flat('2021-Q1', ['24 htx.count all 10']));
  await openPeriod(pool, '2021-Q1' as never, '2021-04-15', tick());
  expect(await judged()).toEqual([1, 0, 0]);
  expect(await findings()).toEqual([{ finding: '1-1-1', rule: 'report.late', severity: 'note', status: 'open' }]);
});

test('files that are loaded at the same time wait for it, or it for them', async () => {
  await realReports();
  const name = real[0] as string;
  const changed = String(report(name)).replace('14.640', '14.641');
  const { receipt } = await handedIn(pool, `${changed}\n`, { name: 'other.json' });
  await Promise.all([processed(pool, receipt), judged(held(() => 'note')), judged(held(() => 'note'))]);
  await judged();
  expect(await judged()).toEqual(none);
});
