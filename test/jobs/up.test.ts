import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPostgresBackend, withBackend } from 'bullmq';
import { projectRoot } from '../../config/root';
import { start, tonghop, until } from '../setup/command';
import { flat, handedIn, type TestWarehouse, testWarehouse } from '../setup/warehouse';

let warehouse: TestWarehouse;
let home: string;
let up: ChildProcess;
let url: string;
/** What the process says on standard error. */
let said = '';

beforeAll(async () => {
  warehouse = await testWarehouse();
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
  ({ up, url } = await started());
});
afterAll(async () => {
  up.kill('SIGTERM');
  await once(up, 'exit');
  await warehouse.drop();
  rmSync(home, { recursive: true, force: true });
});

async function started(): Promise<{ up: ChildProcess; url: string }> {
  const child = start(['up'], { TONGHOP_HOME: home, DATABASE_URL: warehouse.url });
  said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const found = await until(async () => /http:\/\/127\.0\.0\.1:\d+/.exec(said));
  return { up: child, url: found[0] };
}

/** As a browser saves a file: under another name first, then renamed. */
function drop(name: string, content: string | Buffer): void {
  writeFileSync(path.join(home, `${name}.part`), content);
  renameSync(path.join(home, `${name}.part`), path.join(home, 'inbox', name));
}

const inbox = (...names: string[]) => path.join(home, 'inbox', ...names);

test('a file that is dropped is in the table, and comes to rest in done/ with a text beside it', async () => {
  const name = '24_bac-giang_2021-H1.csv';
  drop(name, readFileSync(path.join(projectRoot, 'config/reports', name)));
  await until(async () => existsSync(inbox('done', name)));
  const text = readFileSync(inbox('done', `${name}.txt`), 'utf8');
  expect(text).toContain('Bắc Giang, 2021-Q2, B01');
  expect(text).toContain('- Số "34.357 tỷ đồng" (dòng 33, cột 4)');
  const page = await (await fetch(`${url}/?period=2021-H1&area=24`)).text();
  expect(page).toContain('<title>Bảng tổng hợp kinh tế tập thể 6 tháng đầu năm 2021 - Bắc Giang</title>');
  expect(page).toContain('2.056,598');
});

test('one that cannot be taken in comes to rest in refused/', async () => {
  drop('empty.csv', '');
  await until(async () => existsSync(inbox('refused', 'empty.csv')));
  expect(readFileSync(inbox('refused', 'empty.csv.txt'), 'utf8')).toContain('tệp rỗng');
});

test('a second file of the same name overwrites nothing', async () => {
  for (const value of ['1', '2']) {
    drop('again.csv', flat('2021-Q1', [`25 htx.count all ${value}`]));
    await until(async () => !existsSync(inbox('again.csv')));
  }
  expect(readdirSync(inbox('done')).filter((name) => name.startsWith('again'))).toEqual([
    'again (2).csv',
    'again (2).csv.txt',
    'again.csv',
    'again.csv.txt',
  ]);
});

test('what a user typed reaches no page unescaped', async () => {
  const page = await fetch(
    `${url}/?period=${encodeURIComponent('<script>alert(1)</script>')}&area=${encodeURIComponent('"><script>')}`,
  );
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('livez and readyz', async () => {
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
});

test('a missed night is made up at start, once, and the schedules are registered', async () => {
  const { pool } = warehouse;
  const nights = await until(async () => {
    const { rows } = await pool.query("select due_at from run where job = 'nightly' and finished_at is not null");
    return rows.length > 0 ? rows : null;
  });
  up.kill('SIGTERM');
  const [status] = await once(up, 'exit');
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
  ({ up, url } = await started());
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const { rows } = await pool.query("select due_at from run where job = 'nightly'");
  expect(rows).toEqual(nights);
  const queue = new (withBackend(createPostgresBackend).Queue)('tonghop', {
    connection: { connectionString: warehouse.url, schema: 'tonghop_queue' },
  });
  queue.on('error', () => {}); // its connections may outlive close() by a moment
  const scheduled = await queue.getJobSchedulers();
  await queue.close();
  expect(scheduled.map(({ name, pattern, tz }) => ({ name, pattern, tz }))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'nightly', pattern: '0 1 * * *', tz: 'Asia/Ho_Chi_Minh' }),
    ]),
  );
});

test('a waiting receipt that no queue knows of is swept up at start', async () => {
  const { pool } = warehouse;
  up.kill('SIGTERM');
  await once(up, 'exit');
  const { receipt } = await handedIn(pool, flat('2021-Q4', ['24 htx.count all 7']));
  ({ up, url } = await started());
  await until(
    async () =>
      (await pool.query("select from receipt where receipt = $1 and status = 'done'", [receipt])).rows.length > 0,
  );
  expect((await pool.query("select value_base from observation where period = '2021-Q4'")).rows).toEqual([
    { value_base: '7' },
  ]);
});

test('when its PostgreSQL is gone for good it ends, with a sentence, so that it can be started again', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'tonghop-home-'));
  const child = start(['up'], { TONGHOP_HOME: own, DATABASE_URL: '' });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  await until(async () => said.includes('tonghop is up'));
  const exit = once(child, 'exit');
  const pids = execFileSync('pgrep', ['-f', path.join(own, 'postgres')], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  expect(await exit).toEqual([1, null]);
  expect(said).toContain('PostgreSQL has not answered for half a minute');
  rmSync(own, { recursive: true, force: true });
});

test.each(['/proc/x', '/dev/null/x'])('a home that cannot be made is refused with a sentence: %s', async (home) => {
  const refused = await tonghop(['status'], { TONGHOP_HOME: home, DATABASE_URL: '' });
  expect([refused.status, refused.err]).toEqual([1, expect.stringContaining(`TONGHOP_HOME: ${home} cannot be made`)]);
});
