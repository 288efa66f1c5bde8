import type { Pool } from 'pg';
import { giveUpAfterHours, retryMinutes } from '../../../config/mail';
import { address, deliverNext, mailCounts, mailLines, retry } from '../../../sinks/mail/outbox';
import { smtpPost } from '../../../sinks/mail/send';
import { type Answer, smtpServer, type TestSmtp } from '../../setup/smtp';
import { testWarehouse } from '../../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
let smtp: TestSmtp;
let clock: Date;
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
});
beforeEach(async () => {
  clock = new Date('2023-07-20T01:00:00Z');
  smtp = await smtpServer();
  await pool.query('delete from mail; delete from letter');
});
afterEach(() => smtp.stop());
afterAll(() => drop());

const content = {
  subject: '[B01 2023-Q2] 12 Lai Châu: đã nhận báo cáo',
  to: 'Liên minh Hợp tác xã tỉnh Lai Châu',
  blocks: [{ kind: 'text', text: 'Đã nhận.' }],
  attached: null,
};

/** Puts one letter for each of these addresses into the outbox. */
async function queued(...emails: string[]): Promise<void> {
  for (const [index, email] of emails.entries()) {
    const { rows } = await pool.query<{ letter: number }>(
      `insert into letter (key, kind, province, period, wanted_at, written_at, content)
       values ($1, 'receipt', '63/12', '2023-Q2', $2, $2, $3) returning letter::int as letter`,
      [`${email} ${index}`, clock, JSON.stringify(content)],
    );
    await address(pool, rows[0]?.letter ?? 0, [{ gsoCode: '12', name: 'Nguyễn Văn An', email }], 'vca.org.vn', clock);
  }
}

/** One run as the mail job makes it: until nothing is due, or nobody takes anything. */
async function run(url = smtp.url): Promise<string[]> {
  const post = smtpPost(url, 'Tổng Hợp <tonghop@vca.org.vn>');
  const kinds: string[] = [];
  for (;;) {
    const one = await deliverNext(pool, { period: null, province: null }, () => clock, post.deliver);
    if (one !== null) kinds.push(one.kind);
    if (one === null || one.unreachable) break;
  }
  post.close();
  return kinds;
}

const states = async () =>
  (await mailLines(pool, { period: null, province: null }, null, clock)).map(({ status, answer }) => [
    status,
    /\b\d{3}\b/.exec(answer ?? '')?.[0] ?? answer,
  ]);

test('a mail that the server takes is sent once, in words that it was written with', async () => {
  await queued('an@laichau.vn');
  expect(await run()).toEqual(['sent']);
  expect(await run()).toEqual([]);
  later(60 * 24 * 30);
  expect(await run()).toEqual([]);
  expect(smtp.received).toHaveLength(1);
  const [mail] = smtp.received;
  expect(mail?.to).toEqual(['an@laichau.vn']);
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@vca\.org\.vn>$/);
  expect(mail?.text).toContain('Auto-Submitted: auto-generated');
});

test.each<[string, Answer]>([
  ['451 at the recipient (greylisting)', { at: 'rcpt', code: 451 }],
  ['451 after the data', { at: 'data', code: 451 }],
  ['421 at the connection', { at: 'connect', code: 421 }],
  ['421 after the data', { at: 'data', code: 421 }],
  ['the connection closed after the data', 'drop'],
  ['the connection broken after the data', 'break'],
])('%s: it is tried again a minute later, as the same mail', async (_, answer) => {
  await queued('an@laichau.vn');
  smtp.answers.push(answer);
  expect(await run()).toEqual(['later']);
  expect(await run()).toEqual([]);
  later(retryMinutes[0]);
  expect(await run()).toEqual(['sent']);
  expect(smtp.received.filter(({ taken }) => taken)).toHaveLength(1);
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await states()).toEqual([['sent', '250']]);
});

test('550 is never tried again by itself, and stands on the list that staff see; the other mails go out', async () => {
  await queued('nobody@laichau.vn', 'an@laichau.vn');
  smtp.answers.push({ at: 'rcpt', code: 550 });
  expect(await run()).toEqual(['refused', 'sent']);
  later(60 * 24);
  expect(await run()).toEqual([]);
  expect(await states()).toEqual([
    ['failed', '550'],
    ['sent', '250'],
  ]);
  expect(await mailCounts(pool, clock)).toMatchObject({ waiting: 0, sent: 1, failed: 1 });
  const [failed] = await mailLines(pool, { period: null, province: null }, 'failed', clock);
  expect(await retry(pool, failed?.mail ?? null, clock)).toBe(1);
  expect(await run()).toEqual(['sent']);
});

test('a server that is away is asked once a run, at longer and longer intervals, and given up after two days', async () => {
  await queued('an@laichau.vn', 'binh@laichau.vn');
  const nobody = 'smtp://127.0.0.1:9';
  expect(await run(nobody)).toEqual(['later']);
  expect(await run(nobody)).toEqual(['later']);
  expect(await run(nobody)).toEqual([]);
  const times: number[] = [];
  for (let minute = 0; minute < giveUpAfterHours * 60 + 400; minute += 1) {
    later(1);
    for (const _ of await run(nobody)) times.push(minute);
  }
  expect(await mailCounts(pool, clock)).toMatchObject({ waiting: 0, failed: 2 });
  expect(times.length).toBeLessThan(2 * 20);
});

test('a wrong password is no fault of the mail', async () => {
  await queued('an@laichau.vn');
  expect(await run(smtp.url.replace('//', '//user:wrong@'))).toEqual(['later']);
  expect(await mailCounts(pool, clock)).toMatchObject({ waiting: 1, failed: 0 });
});

test('two workers at once send each mail once', async () => {
  await queued(...Array.from({ length: 12 }, (_, index) => `a${index}@laichau.vn`));
  await Promise.all([run(), run(), run()]);
  expect(smtp.received.map(({ to }) => to[0]).sort()).toEqual(
    Array.from({ length: 12 }, (_, index) => `a${index}@laichau.vn`).sort(),
  );
});

test('a worker whose connection to the database ends before the server answers leaves the mail as it was', async () => {
  await queued('an@laichau.vn');
  const killed = deliverNext(
    pool,
    { period: null, province: null },
    () => clock,
    async () => {
      await pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      );
      return { kind: 'later', answer: '' };
    },
  );
  await expect(killed).rejects.toThrow();
  expect(await run()).toEqual(['sent']);
});
