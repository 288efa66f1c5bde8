import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import pino from 'pino';
import { mailTask } from '../../jobs/tasks/mail';
import { quarterlyTask } from '../../jobs/tasks/quarterly';
import type { Warehouse } from '../../jobs/warehouse';
import { mailLines } from '../../sinks/mail/outbox';
import { openPeriod } from '../../sinks/warehouse/periods';
import { smtpServer, type TestSmtp } from '../setup/smtp';
import { catalogue, flat, submitted, testWarehouse } from '../setup/warehouse';

let pool: Pool;
let drop: () => Promise<void>;
let home: string;
let smtp: TestSmtp;
beforeAll(async () => {
  ({ pool, drop } = await testWarehouse());
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-'));
  smtp = await smtpServer();
  const codes = [...catalogue.provinces.values()].filter(({ map }) => map === '63').map(({ id }) => id.slice(3));
  const lines = codes.map((code) => `${code},,p${code}@lm.vn`);
  writeFileSync(path.join(home, 'contacts.csv'), ['gso_code,name,email', ...lines].join('\n'));
  await openPeriod(pool, '2022-Q1' as never, '2022-04-15', new Date('2022-04-01T00:00:00Z'));
});
afterAll(async () => {
  await smtp.stop();
  await drop();
  rmSync(home, { recursive: true });
});

/** The morning's calendar and the mails after it. Returns who got what. */
async function on(day: string): Promise<string[]> {
  const now = () => new Date(`${day}T06:00:00+07:00`);
  const warehouse = { pool, catalogue } as unknown as Warehouse;
  const context = { warehouse, log: pino({ level: 'silent' }), home, now, smtpUrl: smtp.url, mailFrom: 'a@vca.org.vn' };
  await quarterlyTask({}, context);
  const before = smtp.received.length;
  await mailTask({}, context);
  return smtp.received.slice(before).flatMap(({ to }) => to);
}

const subjects = async (kind: string) =>
  (await mailLines(pool, { period: null, province: null }, null, new Date()))
    .filter((line) => line.kind === kind && line.province === '63/12')
    .map(({ subject }) => subject);

test('who owes a report is reminded once before the due date and once after it; who has reported is left alone', async () => {
  await submitted(pool, flat('2022-Q1', ['24 htx.count all 409']));
  expect(await on('2022-04-09')).toEqual(['p24@lm.vn', 'p24@lm.vn']);
  const asked = await on('2022-04-10');
  expect(asked).toHaveLength(62);
  expect(asked).not.toContain('p24@lm.vn');
  expect(await on('2022-04-11')).toEqual([]);
  expect(await on('2022-04-15')).toEqual([]);
  await submitted(pool, flat('2022-Q1', ['25 htx.count all 5']));
  const late = await on('2022-04-16');
  expect(late.filter((to) => to === 'p25@lm.vn')).toHaveLength(2);
  expect(new Set(late).size).toBe(62);
  expect(await on('2022-04-17')).toEqual([]);
  expect(await subjects('before_due')).toEqual([
    '[B01 2022-Q1] 12 Lai Châu: hạn gửi 15/04/2022, chưa nhận được báo cáo',
  ]);
  expect(await subjects('after_due')).toEqual([
    '[B01 2022-Q1] 12 Lai Châu: quá hạn 15/04/2022, chưa nhận được báo cáo',
  ]);
});

test('another due date is another occasion', async () => {
  await openPeriod(pool, '2022-Q1' as never, '2022-04-25', new Date('2022-04-17T00:00:00Z'));
  expect(await on('2022-04-20')).toHaveLength(61);
  expect(await on('2022-04-21')).toEqual([]);
});

test('once the period is closed, those that have reported get a card, which names no other province', async () => {
  expect(await on('2022-04-26')).toHaveLength(61);
  const cards = await on('2022-05-06');
  expect(cards.sort()).toEqual(['p24@lm.vn', 'p25@lm.vn']);
  expect(await on('2022-05-07')).toEqual([]);
  const { rows } = await pool.query<{ text: string }>(
    "select content::text as text from letter where kind = 'card' and province = '63/24' and content is not null",
  );
  for (const { names } of catalogue.provinces.values())
    for (const { name } of names) if (name !== 'Bắc Giang') expect(rows[0]?.text).not.toContain(name);
});
