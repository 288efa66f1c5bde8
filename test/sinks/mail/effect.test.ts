import type { Pool } from 'pg';
import type { ProvinceId } from '../../../schemas/codes';
import { type Period, quarter } from '../../../schemas/period';
import { cleanRates, effects } from '../../../sinks/mail/effect';
import { effectCsv } from '../../../sinks/mail/effect-csv';
import { cardLetter } from '../../../sinks/mail/letters/card';
import { recordOf } from '../../../sinks/mail/record';
import { letterAs } from '../../../sinks/mail/shown';
import { closePeriod } from '../../../sinks/warehouse/periods';
import { catalogue, flat, type HandedIn, submitted, testWarehouse } from '../../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;

/**
 * Lai Châu is told of a wrong sum in each of three quarters: the first it mends after a day; the second came with a revision
 * of a report that was right; the third stays.
 */
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  const first = await report('2022-Q1', '500');
  await tell(first, 0);
  const mended = await submitted(pool, text('2022-Q1', '409'));
  await pool.query('update submission set received_at = $2 where receipt = $1', [
    mended.receipt,
    new Date(first.at.getTime() + 26 * 3_600_000),
  ]);
  await report('2022-Q2', '409');
  await tell(await report('2022-Q2', '500'), 2);
  await tell(await report('2022-Q3', '500'), 2);
  for (const code of ['01', '02', '04', '06'])
    await submitted(pool, flat('2022-Q3', [`${code} htx.count all 100`, `${code} htx.count agri 60`]));
  await closePeriod(pool, quarter(2022, 1), '2022-04-15', new Date('2022-05-01T00:00:00Z'));
});
afterAll(() => drop());

/** Agriculture has more cooperatives than there are in all. */
const text = (period: string, agri: string) =>
  flat(period, ['12 htx.count all 409', `12 htx.count agri ${agri}`, '12 htx.active all 400']);
const report = (period: string, agri: string) => submitted(pool, text(period, agri));

/** As if the verdict had gone out so many hours after the report came. */
async function tell({ receipt, at }: HandedIn, hours: number): Promise<void> {
  const sent = new Date(at.getTime() + hours * 3_600_000);
  const { rows } = await pool.query<{ letter: number }>(
    "update letter set written_at = $2, content = '{}' where key = $1 returning letter::int as letter",
    [`verdict ${receipt}-1`, sent],
  );
  await pool.query(
    `insert into mail (letter, email, name, message_id, status, queued_at, due_at, ended_at)
     values ($1, 'a@b.vn', '', gen_random_uuid()::text, 'sent', $2, $2, $2)`,
    [rows[0]?.letter, sent],
  );
  await pool.query(
    `insert into told (letter, submission, number, finding, rule, code, sector, raw)
     select $1, submission, number, finding, rule, code, sector, raw from finding where submission = $2 and severity <> 'note'`,
    [rows[0]?.letter, `${receipt}-1`],
  );
}

const laiChau = '63/12' as ProvinceId;

test('points sent, mended, the time that took, and what came back a quarter later', async () => {
  const found = await effects(pool, { period: null, province: laiChau });
  expect(found.map(({ period, told, mended, hours, repeated }) => [period, told, mended, hours, repeated])).toEqual([
    ['2022-Q1', 1, 1, 26, 0],
    ['2022-Q2', 1, 0, null, 1],
    ['2022-Q3', 1, 0, null, 1],
  ]);
});

test('a person’s decision settles a point', async () => {
  const { rows } = await pool.query<{ finding: string }>(
    "select finding from told join letter using (letter) where letter.period = '2022-Q3'",
  );
  const finding = rows[0]?.finding ?? '';
  await pool.query(
    `insert into decision (finding, verdict, decided_by, why, decided_at) values ($1, 'keep', 'An', 'đúng', now())`,
    [finding],
  );
  await pool.query("update finding set status = 'kept' where finding = $1", [finding]);
  const [effect] = await effects(pool, { period: quarter(2022, 3), province: laiChau });
  expect(effect).toMatchObject({ told: 1, mended: 1 });
  expect(await cleanRates(pool)).toEqual([
    { period: '2022-Q1', provinces: 1, first: 0, last: 1 },
    { period: '2022-Q2', provinces: 1, first: 1, last: 0 },
    { period: '2022-Q3', provinces: 5, first: 4, last: 5 },
  ]);
});

test('the same as CSV, with the nation above its provinces', async () => {
  const csv = effectCsv(
    await effects(pool, { period: null, province: null }),
    await cleanRates(pool),
    () => 'Lai Châu',
  );
  expect(csv.split('\n').slice(0, 3)).toEqual([
    'period,area,area_name,sent,mended,median_hours_to_mend,repeated,reports,clean_at_receipt,clean_at_closing',
    '2022-Q1,VN,Cả nước,1,1,,0,1,0,1',
    '2022-Q1,12,Lai Châu,1,1,26,0,,,',
  ]);
});

test('the card has the last eight quarters, what came back, and the nation only where that names nobody', async () => {
  const period: Period = quarter(2022, 3);
  const record = await recordOf(pool, laiChau, period, catalogue, 'Asia/Ho_Chi_Minh');
  expect(record.periods.map((each) => each.period)).toEqual([
    ...['2022-Q3', '2022-Q2', '2022-Q1', '2021-Q4', '2021-Q3', '2021-Q2', '2021-Q1', '2020-Q4'],
  ]);
  const text = letterAs('text', cardLetter({ province: laiChau, period, name: 'Lai Châu' }, record));
  expect(text.replace(/\s+/g, ' ')).toContain('đơn vị đã gửi báo cáo, lần đầu có 1 chỗ phải sửa hay giải trình');
  expect(text.replace(/\s+/g, ' ')).toContain('- 2022-Q3: lỗi 0; cảnh báo 1; đã xử lý 1/1; cả nước đạt ngay 80%');
  expect(text).toMatch(/- 2022-Q2: lỗi 0; cảnh báo 0; đã xử lý 0\/1\n/);
  expect(text).not.toContain('2021-Q4');
  expect(text).toContain('1. Đã báo 3 kỳ - Tổng số HTX');
});
