import type { Pool } from 'pg';
import { takeDecision } from '../../jobs/commands/resolve';
import { reconciling } from '../../pipelines/reconcile';
import type { Verdict } from '../../sinks/warehouse/resolve';
import { withdraw } from '../../sinks/warehouse/withdraw';
import { catalogue, flat, row, submitted, tableOf, testWarehouse, tick } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
afterAll(() => drop());

/** A report of three figures, the second in doubt, and the id of the finding about it. */
async function doubted(year: number, proposal: object | null = null): Promise<string> {
  const lines = ['24 htx.count all 10', '24 htx.charter_capital all 2500', '24 htx.members all 900'];
  const { receipt } = await submitted(pool, flat(`${year}-Q1`, lines));
  const { rows } = await pool.query<{ locator: object }>(
    "select locator from observation where submission = $1 and code = 'htx.charter_capital'",
    [`${receipt}-1`],
  );
  const finding = {
    ...{ finding: `${receipt}-1-90`, submission: `${receipt}-1`, number: 90, rule: 'made.up', severity: 'error' },
    ...{ nature: 'held', made_by: 'reading' },
    ...{ code: 'htx.charter_capital', sector: 'all', locator: rows[0]?.locator, raw: '2500', message: '', proposal },
    status: 'open',
  };
  await pool.query('insert into finding select * from jsonb_populate_record(null::finding, $1)', [
    JSON.stringify(finding),
  ]);
  return finding.finding;
}
const decided = async (finding: string, verdict: Verdict, more: { value?: string; unit?: string } = {}) =>
  (await takeDecision({ pool, catalogue }, { finding, verdict, by: 'Lan', why: 'đã gọi hỏi', ...more }, tick())).text;
const capital = async (year: number, knownAt: Date | null = null) =>
  row(await tableOf(pool, `${year}-Q1`, { knownAt }), 'htx.charter_capital').actual;
const status = async (finding: string) =>
  (await pool.query<{ status: string }>('select status from finding where finding = $1', [finding])).rows[0]?.status;

test('a figure that is kept stays as it is', async () => {
  const finding = await doubted(2011);
  expect(await decided(finding, 'keep')).toBe(`${finding}: giữ nguyên số liệu`);
  expect([await status(finding), await capital(2011)]).toEqual(['kept', '2500']);
});

test('a correction stands before the figure, from the moment on at which it was made, and can be taken back', async () => {
  const finding = await doubted(2012, { value: '2500', unit: 'triệu đồng', because: '' });
  const before = tick();
  expect(await decided(finding, 'correct')).toBe(`${finding}: chữa thành 2.500 triệu đồng (trong tệp: "2500")`);
  expect([await capital(2012), await capital(2012, before)]).toEqual(['2.5', '2500']);
  expect(await decided(finding, 'correct', { value: '2,75 tỷ đồng' })).toContain('chữa thành 2,75 tỷ đồng');
  expect(await capital(2012)).toBe('2.75');
  expect(await decided(finding, 'correct', { value: '2.875' })).toContain(
    'chữa thành 2,875 triệu đồng (trong tệp: "2500"); dấu chấm được đọc là dấu thập phân',
  );
  await decided(finding, 'undo');
  expect([await status(finding), await capital(2012)]).toEqual(['open', '2500']);
});

test('a rejected figure is left out, and missing is not zero', async () => {
  const finding = await doubted(2013);
  await decided(finding, 'reject');
  expect(await capital(2013)).toBeNull();
  expect(row(await tableOf(pool, '2013-Q1'), 'htx.count').actual).toBe('10');
});

test('a correction is of one report: the next report says what it says, and the correction comes back with the old one', async () => {
  const finding = await doubted(2014);
  await decided(finding, 'correct', { value: '3', unit: 'tỷ đồng' });
  const next = await submitted(pool, flat('2014-Q1', ['24 htx.charter_capital all 7']));
  expect(await capital(2014)).toBe('7');
  const submission = `${next.receipt}-1`;
  await withdraw(pool, { submission, by: 'Lan', why: 'gửi nhầm' }, reconciling(catalogue), tick());
  expect(await capital(2014)).toBe('3');
});

test.each<[Verdict, object, string]>([
  ['correct', {}, 'không có giá trị đề xuất'],
  ['correct', { value: '2.500 tỷ đồng' }, 'chỉ đọc được một cách'],
  ['correct', { value: '5', unit: 'người' }, 'tính bằng tỷ đồng, không phải người'],
  ['correct', { value: '-5' }, 'không thể âm'],
  ['correct', { value: '5', unit: 'quả' }, '--unit quả: không có đơn vị này'],
])('%s %j is refused with a sentence', async (verdict, more, sentence) => {
  const finding = await doubted(2015);
  await expect(decided(finding, verdict, more)).rejects.toThrow(sentence);
  expect(await status(finding)).toBe('open');
  await pool.query('delete from finding where finding = $1', [finding]);
});

test('what does not exist cannot be decided about', async () => {
  await expect(decided('999-1-1', 'keep')).rejects.toThrow('không có điểm này');
});

test('a count is corrected to a whole number only, which a thousands mark does not make of it', async () => {
  const { receipt } = await submitted(pool, flat('2016-Q1', ['24 htx.count all 10']));
  const finding = `${receipt}-1-90`;
  await pool.query(
    `insert into finding (finding, submission, number, rule, severity, nature, made_by, code, sector, message, status)
     values ($1, $2, 90, 'made.up', 'error', 'held', 'reading', 'htx.count', 'all', '', 'open')`,
    [finding, `${receipt}-1`],
  );
  await expect(decided(finding, 'correct', { value: '1.056' })).rejects.toThrow('phải là số nguyên');
  await expect(decided(finding, 'correct', { value: '56', unit: 'người' })).rejects.toThrow('tính bằng HTX');
  expect(await decided(finding, 'correct', { value: '1.056 HTX' })).toContain('chữa thành 1.056 HTX');
});

test('two persons who decide about one figure at the same moment are heard one after the other', async () => {
  const finding = await doubted(2017);
  const other = finding.replace(/90$/, '91');
  await pool.query(
    `insert into finding select * from jsonb_populate_record(
       (select one from finding as one where one.finding = $1), jsonb_build_object('finding', $2::text, 'number', 91))`,
    [finding, other],
  );
  const values = Array.from({ length: 8 }, (_, at) => ({ value: `${at + 1}`, unit: 'tỷ đồng' }));
  await Promise.all(values.map((value, at) => decided(at % 2 === 0 ? finding : other, 'correct', value)));
  const { rows } = await pool.query(
    "select count(*)::int from observation where form like '=%' and period = '2017-Q1' and known_until = 'infinity'",
  );
  expect(rows).toEqual([{ count: 1 }]);
});
