import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { mostReportsADay } from '../../config/mail';
import { projectRoot } from '../../config/root';
import { mailTask } from '../../jobs/tasks/mail';
import type { Warehouse } from '../../jobs/warehouse';
import { alliance } from '../../sinks/mail/letters/wording';
import { start, tonghop, until } from '../setup/command';
import { smtpServer, type TestSmtp } from '../setup/smtp';
import { catalogue, flat, submitted, type TestWarehouse, testWarehouse } from '../setup/warehouse';

let warehouse: TestWarehouse;
let smtp: TestSmtp;
let home: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  warehouse = await testWarehouse();
  smtp = await smtpServer();
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
  env = { TONGHOP_HOME: home, DATABASE_URL: warehouse.url };
});
afterEach(async () => {
  await smtp.stop();
  await warehouse.drop();
  rmSync(home, { recursive: true, force: true });
});

const contacts = (...lines: string[]) =>
  writeFileSync(path.join(home, 'contacts.csv'), ['gso_code,name,email', ...lines, ''].join('\n'));
const reports = path.join(projectRoot, 'config/reports');
const laiChau = () =>
  submitted(warehouse.pool, readFileSync(path.join(reports, '12_lai-chau_2023-H1.json')), { name: 'Lai Châu.json' });

test('without a server the letters are files: what arrived, the verdict with the marked file, one for each recipient', async () => {
  await laiChau();
  const before = await tonghop(['mail', '--period', '2023-H1'], env);
  expect(before).toMatchObject({ status: 0, err: '' });
  expect(before.out).toMatch(/đã nhận báo cáo {2}→ {2}không có người nhận \(ghi vào contacts\.csv\): chưa gửi\n/);
  expect((await tonghop(['status'], env)).out).toContain('không có người nhận 2 (hãy ghi người nhận vào contacts.csv)');

  contacts('12,Trần Thị Hoa,hoa@laichau.vn', '12,An,an@laichau.vn', '24,Minh,minh@bacgiang.vn', '12,x,wrong');
  const { status, out, err } = await tonghop(['mail', '--period', '2023-H1'], env);
  expect(err).toContain('contacts.csv, dòng 5: "wrong" không phải một địa chỉ thư điện tử');
  expect(status).toBe(0);
  const subjects = ['đã nhận báo cáo', '2 chỗ cần sửa, 1 chỗ cần bổ sung'].flatMap((text) =>
    ['hoa', 'an'].map((who) => `[B01 2023-Q2] 12 Lai Châu: ${text}  →  ${who}@laichau.vn: đã gửi`),
  );
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\d+ {2}| \d\d\/.*$/g, '')),
  ).toEqual(subjects);
  const files = readdirSync(path.join(home, 'mail')).sort();
  expect(files).toHaveLength(4);
  const verdict = readFileSync(path.join(home, 'mail', files.find((name) => name.includes('verdict')) ?? ''), 'utf8');
  expect(verdict).toContain('X-Unsent: 1');
  expect(verdict).toMatch(/filename\*0\*=utf-8''Lai%20Ch%C3%A2u_da-danh-dau\.json/);
  expect((await tonghop(['mail', '--period', '2023-H1'], env)).out).toBe('Không có thư nào phải gửi.\n');

  const shown = await tonghop(['mail', 'show', '3'], env);
  expect(shown.out).toContain('Kính gửi: Liên minh Hợp tác xã tỉnh Lai Châu');
  expect(shown.out).toContain('Đề nghị: sửa thành 11.400 triệu đồng');
  expect((await tonghop(['mail', 'show', '99'], env)).status).toBe(1);
  expect((await tonghop(['mail'], env)).status).toBe(2);
  expect((await tonghop(['mail', 'list', '--period', '2021-H1'], env)).out).toBe('Không có thư nào.\n');
  expect((await tonghop(['mail', 'list', '--province', '12'], env)).status).toBe(2);
  const card = await tonghop(['mail', 'card', '--province', 'Lai Châu', '--period', '2023-H1'], env);
  expect(card.out).toContain('[Phiếu 2023-Q2] 12 Lai Châu: chất lượng báo cáo');
});

test('a dry run says what would be sent, and keeps nothing', async () => {
  await laiChau();
  contacts('12,An,an@laichau.vn');
  const { out } = await tonghop(['mail', '--period', '2023-H1', '--dry-run'], { ...env, SMTP_URL: smtp.url });
  expect(out).toBe(
    '[B01 2023-Q2] 12 Lai Châu: đã nhận báo cáo  →  an@laichau.vn: sẽ gửi\n' +
      '[B01 2023-Q2] 12 Lai Châu: 2 chỗ cần sửa, 1 chỗ cần bổ sung  →  an@laichau.vn: sẽ gửi\n',
  );
  expect(smtp.received).toEqual([]);
  expect((await tonghop(['mail', 'list'], env)).out).toBe('Không có thư nào.\n');
});

test('no province gets another one’s figures: a file of several is not attached', async () => {
  const lines = ['12 htx.count all 409', '24 htx.count all 77777', '12 htx.count agri 500', '24 htx.count agri 88888'];
  await submitted(warehouse.pool, flat('2023-Q2', lines), { name: 'ca vung.csv' });
  contacts('12,An,an@laichau.vn', '24,Minh,minh@bacgiang.vn');
  expect((await tonghop(['mail', '--period', '2023-H1'], { ...env, SMTP_URL: smtp.url })).status).toBe(0);
  const verdicts: string[] = [];
  for (const { mail, kind } of JSON.parse((await tonghop(['mail', 'list', '--format', 'json'], env)).out))
    if (kind === 'verdict') verdicts.push((await tonghop(['mail', 'show', String(mail), '--format', 'eml'], env)).out);
  expect(verdicts.length).toBe(2);
  for (const { to, text } of smtp.received) {
    const decoded = text.replace(/=\r\n/g, '');
    expect(decoded).not.toMatch(to[0] === 'an@laichau.vn' ? /88[.]?888|77[.]?777/ : /\b409\b/);
    expect(decoded).not.toContain('Content-Disposition: attachment');
  }
});

test('a worker killed while the server is at it: the mail goes out after the restart, with the same Message-ID', async () => {
  await laiChau();
  contacts('12,An,an@laichau.vn');
  smtp.answers.push('ok', 'hold');
  const killed = start(['mail', '--period', '2023-H1'], { ...env, SMTP_URL: smtp.url });
  const gone = once(killed, 'exit');
  await until(async () => smtp.received.length === 2);
  killed.kill('SIGKILL');
  await gone;
  const again = await until(async () => {
    const { status } = await tonghop(['mail', '--period', '2023-H1'], { ...env, SMTP_URL: smtp.url });
    return smtp.received.length > 2 ? { status } : null;
  });
  expect(again.status).toBe(0);
  const [receipt, first, second, ...others] = smtp.received.map(({ messageId }) => messageId);
  expect(others).toEqual([]);
  expect(second).toBe(first);
  expect(receipt).not.toBe(first);
  expect(smtp.received.map(({ taken }) => taken)).toEqual([true, false, true]);
});

test('the whole system sends by itself, and a refused file is answered too', async () => {
  contacts('12,An,an@laichau.vn');
  const up = start(['up'], { ...env, SMTP_URL: smtp.url, MAIL_FROM: 'Tổng Hợp <tonghop@vca.org.vn>' });
  const stopped = once(up, 'exit');
  const inbox = path.join(home, 'inbox');
  await until(async () => readdirSync(home).includes('inbox'));
  writeFileSync(path.join(inbox, 'xau.csv'), flat('2023-Q2', ['12 htx.count all rất_nhiều']));
  const texts = await until(async () => {
    const { rows } = await warehouse.pool.query(
      "select content ->> 'subject' as subject from mail join letter using (letter) where status = 'sent'",
    );
    return rows.length > 0 ? rows.map(({ subject }) => subject) : null;
  });
  up.kill('SIGTERM');
  await stopped;
  expect(texts).toEqual(['[B01 2023-Q2] 12 Lai Châu: chưa nhận được báo cáo, đề nghị gửi lại']);
  expect(smtp.received.map(({ to }) => to)).toEqual([['an@laichau.vn']]);
});

test('years of files taken in at once are no reason to write to anybody, unless somebody asks', async () => {
  contacts('12,An,an@laichau.vn', '24,Minh,minh@bacgiang.vn');
  const files = Array.from({ length: mostReportsADay + 1 }, (_, index) =>
    flat(`${2010 + (index >> 2)}-Q${(index % 4) + 1}`, [`12 htx.count all ${400 + index}`]),
  );
  for (const file of files) await submitted(warehouse.pool, file);
  await submitted(warehouse.pool, flat('2015-Q4', ['24 htx.count all 700']));
  const log = pino({ level: 'silent' });
  const context = { log, home, smtpUrl: smtp.url, mailFrom: 'a@vca.org.vn', now: () => new Date() };
  const own = { pool: warehouse.pool, catalogue } as Warehouse;
  await mailTask({}, { ...context, warehouse: own });
  expect(smtp.received.map(({ to }) => to)).toEqual([['minh@bacgiang.vn'], ['minh@bacgiang.vn']]);
  expect((await tonghop(['status'], env)).out).toContain(
    `để riêng ${2 * files.length} vì một đơn vị nộp quá nhiều báo cáo một ngày (gửi bằng mail --period)`,
  );
  const { out } = await tonghop(['mail', '--period', '2012-Q2'], { ...env, SMTP_URL: smtp.url });
  expect(out.trim().split('\n')).toHaveLength(2);
  expect(smtp.received).toHaveLength(4);
});

test('every province has a name that a letter can greet', () => {
  const names = [...catalogue.provinces.values()].flatMap((province) =>
    province.names.map(({ name }) => alliance(name)),
  );
  expect(names.filter((name) => name.includes('thành phố')).length).toBeGreaterThanOrEqual(12);
  expect(names).toContain('Liên minh Hợp tác xã thành phố Hồ Chí Minh');
  expect(names).toContain('Liên minh Hợp tác xã tỉnh Thừa Thiên Huế');
});
