import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A share in a running server. `release` resolves once it's given back; when it was the last, once the server stopped. */
export interface EmbeddedPostgres {
  url: string;
  release(): Promise<void>;
}

const PATIENCE_MS = 60_000;
const LOG_LIMIT = 16 * 2 ** 20;

/**
 * Joins the PostgreSQL server whose data lie in `dataDir` (made when missing), starting it when nobody has yet.
 * All processes that ask for the same folder get the same server, until the last of them has released its share (after
 * its own connections) or died. A server that is killed comes back at the same URL; one whose keeper is killed doesn't:
 * ask again. `durable: false` (the word of the one who starts it counts) trades safety in a crash for speed.
 * In: a folder of its own. Out: the URL of the database `tonghop`. Throws an Error of one sentence when no server can
 * be had. Does not keep the process alive.
 */
export async function useEmbeddedPostgres(
  dataDir: string,
  options: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const dir = fs.realpathSync(dataDir);
  const password = keptPassword(dir);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const running = await connect(rendezvous(dir, password));
    const letGo = running ? () => {} : await startKeeper(dir, options.durable ?? true);
    const share = running ?? (await connect(rendezvous(dir, password)));
    const answer = share && (await answerOf(share, deadline));
    letGo();
    if (!share || !answer) continue; // that keeper was shutting down or was killed: the next one will do
    const release = async () => {
      if (share.destroyed) return;
      const closed = once(share.ref(), 'close');
      share.end();
      await closed;
    };
    if (answer.port !== undefined) {
      share.unref();
      return { url: `postgres://tonghop:${password}@127.0.0.1:${answer.port}/tonghop`, release };
    }
    await release();
    throw new Error(answer.error);
  }
  throw new Error(`The PostgreSQL of ${dir} did not answer within ${PATIENCE_MS / 1000} seconds: see ${logOf(dir)}.`);
}

/** The address where keeper and clients of the folder meet. In: its real path and password. Out: a path for node:net. */
export function rendezvous(dir: string, password: string): string {
  // The password keeps other users of the machine from taking the name first; the path keeps copies of a folder apart.
  const hash = createHash('sha256').update(`${dir}\0${password}`).digest('hex');
  // Binding an abstract socket is a lock that the kernel drops with its process. Node 20 pads such a name to the full
  // 108 bytes with NULs, later ones don't: a name of full length is the same to both.
  return process.platform === 'linux' ? `\0tonghop-${hash}`.padEnd(108, '-') : `/tmp/tonghop-${hash.slice(0, 32)}`;
}

/** The server's log. In: the folder's real path. Out: a file that may not be there yet. */
export function logOf(dir: string): string {
  return join(dir, 'postgres.log');
}

/** The password of the folder's server, made up for a new one. In: an existing folder. Throws when it's lost or closed. */
export function keptPassword(dir: string): string {
  const file = join(dir, 'password');
  if (!fs.existsSync(file)) {
    if (fs.existsSync(join(dir, 'data')))
      throw new Error(`The password of the PostgreSQL in ${dir} is lost: put ${file} back.`);
    const mine = `${file}.${randomBytes(6).toString('hex')}`;
    fs.writeFileSync(mine, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    try {
      fs.linkSync(mine, file); // of two processes that get here at once, the first one's word counts, and it's whole
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(mine);
    }
  }
  return fs.readFileSync(file, 'utf8');
}

function connect(address: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address, () => resolve(socket));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? resolve(undefined) : reject(error),
    );
  });
}

/** What the keeper says. Out: undefined when it hung up, or said nothing (not even a first line break) until `deadline`. */
function answerOf(socket: Socket, deadline: number): Promise<{ port?: number; error?: string } | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const patience = setTimeout(() => socket.destroy(), deadline - Date.now());
    const hear = (bytes: Buffer) => {
      clearTimeout(patience);
      said += bytes.toString();
      if (!said.endsWith('}\n')) return;
      socket.off('data', hear).resume();
      resolve(JSON.parse(said));
    };
    socket.on('data', hear);
    socket.once('close', () => {
      clearTimeout(patience);
      resolve(undefined);
    });
  });
}

/** Starts a keeper and waits until it listens or has found another one. Out: ends the hold that keeps it from leaving. */
async function startKeeper(dir: string, durable: boolean): Promise<() => void> {
  const script = join(projectRoot(__dirname), 'dist', 'jobs', 'postgres-keeper.js');
  if (!fs.existsSync(script))
    throw new Error(`The program is not compiled, ${script} is missing: run "npm run build".`);
  const written = fs.statSync(logOf(dir), { throwIfNoEntry: false })?.size ?? 0;
  if (written > LOG_LIMIT) fs.renameSync(logOf(dir), `${logOf(dir)}.old`);
  const log = fs.openSync(logOf(dir), 'a', 0o600);
  const keeper = spawn(process.execPath, [script, dir, durable ? 'durable' : 'fast'], {
    detached: true, // a session of its own: Ctrl-C in the client's terminal doesn't reach it
    cwd: '/',
    // Nothing of the client's own: PG…, NODE_OPTIONS and LANG would change the server, and secrets don't belong there.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', log],
  });
  fs.closeSync(log);
  const stdin = keeper.stdin as Writable;
  const stdout = keeper.stdout as Readable;
  stdin.on('error', () => {});
  const code = await new Promise<number | null>((resolve) => {
    stdout.once('data', () => resolve(0));
    keeper.once('exit', resolve).once('error', () => resolve(-1));
  });
  keeper.unref(); // not before: a keeper that ends at once must not end this process with it
  stdout.destroy();
  // Killed (null), the next one will do.
  if (code) throw new Error(`PostgreSQL could not be started: see the last lines of ${logOf(dir)}.`);
  return () => stdin.destroy();
}

/** The project's root, the same for jobs/ and for dist/jobs/. */
function projectRoot(from: string): string {
  const file = join(from, 'package.json');
  if (fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).name === 'tonghop') return from;
  if (dirname(from) === from) throw new Error(`${__dirname} is in no folder that has the package.json of tonghop.`);
  return projectRoot(dirname(from));
}
