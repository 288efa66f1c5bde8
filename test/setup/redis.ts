import { execFile, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(__dirname, '..', '..', '.cache', 'redis');

interface Program {
  path: string;
  env: NodeJS.ProcessEnv;
}

let program: Program | Promise<Program> | undefined; // once for each test file

/**
 * A real Redis on a free loopback port, set as in production (appendonly yes, noeviction), its data in a folder of its
 * own. Out: its URL; `stop` ends it and removes the data. Throws an Error of one sentence when no Redis can be had.
 */
export async function redisServer(): Promise<{ url: string; stop(): Promise<void> }> {
  program ??= installed() ?? fetchDebians();
  const { path, env } = await program;
  const dir = fs.mkdtempSync(join(tmpdir(), 'redis-'));
  // A test run that is killed takes its server along, where there is setpriv.
  const mortal =
    spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL'] : [];
  for (let tries = 5; ; tries -= 1) {
    const port = await freePort();
    const [command = '', ...args] = [...mortal, path, '--bind', '127.0.0.1', '--port', String(port), '--dir', dir];
    const settings = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
    const options: SpawnOptions = { env, stdio: ['ignore', 'pipe', 'pipe'] };
    const server = spawn(command, [...args, ...settings], options);
    const ended = new Promise((resolve) => server.once('exit', resolve).once('error', resolve));
    let said = '';
    const ready = new Promise<boolean>((resolve) => {
      const hear = (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('Ready to accept connections')) resolve(true);
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      void ended.then(() => resolve(false));
    });
    if (await ready) {
      const stop = async () => {
        server.kill();
        await ended;
        fs.rmSync(dir, { recursive: true, force: true });
      };
      return { url: `redis://127.0.0.1:${port}`, stop };
    }
    if (tries > 1 && said.includes('Address already in use')) continue; // somebody was quicker
    fs.rmSync(dir, { recursive: true, force: true });
    throw new Error(`Redis (${path}) did not start: ${lastLine(said)}.`);
  }
}

function installed(): Program | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server'));
  const path = paths.find((path) => fs.existsSync(path));
  return path ? { path, env: { ...process.env, LC_ALL: 'C' } } : undefined;
}

/** Debian's redis-server out of its packages, unpacked under .cache (once for all test runs), which needs no root. */
async function fetchDebians(): Promise<Program> {
  let fresh = '';
  try {
    const release = fs.readFileSync('/etc/os-release', 'utf8');
    const [id, version] = ['ID', 'VERSION_ID'].map((key) => new RegExp(`^${key}="?([\\w.]+)`, 'm').exec(release)?.[1]);
    const home = join(CACHE, `${id}-${version}-${process.arch}`); // programs of one system don't run on every other
    if (!fs.existsSync(home)) {
      fs.mkdirSync(CACHE, { recursive: true });
      fresh = fs.mkdtempSync(join(CACHE, 'new-'));
      const files = join(fresh, 'files');
      for (const file of await downloads(fresh)) await run('dpkg-deb', ['-x', file, files]);
      await works(files);
      try {
        fs.renameSync(files, home);
      } catch (error) {
        if (!fs.existsSync(home)) throw error; // otherwise another test run was quicker
      }
    }
    return await works(home);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(
      `No redis-server is installed, and Debian's could not be fetched (${lastLine(stderr || message)}): install redis-server, or remove ${CACHE} and try again.`,
    );
  } finally {
    if (fresh) fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/** Downloads redis-server and what it needs that isn't installed. Out: the .deb files. */
async function downloads(dir: string): Promise<string[]> {
  for (const folder of ['state/lists/partial', 'cache/archives/partial'])
    fs.mkdirSync(join(dir, folder), { recursive: true });
  // The system's sources, proxies and keys still count, but what apt writes goes where any user may write.
  const here = [`Dir::State=${join(dir, 'state')}`, `Dir::Cache=${join(dir, 'cache')}`, 'Debug::NoLocking=true'];
  // apt's own user may have no way into the folder.
  const options = [...here, 'APT::Sandbox::User=root'].flatMap((option) => ['-o', option]);
  const env = { ...process.env, LC_ALL: 'C' };
  await run('apt-get', [...options, '-qq', 'update'], { env });
  const install = ['-qq', '-y', '--no-install-recommends', '--download-only', 'install', 'redis-server'];
  await run('apt-get', [...options, ...install], { env });
  const archives = join(dir, 'cache/archives');
  const files = fs.readdirSync(archives).filter((name) => name.endsWith('.deb'));
  return files.map((name) => join(archives, name));
}

/** The program unpacked in the folder. Throws when it doesn't run there. */
async function works(files: string): Promise<Program> {
  const folders = ['usr/lib', 'lib'].flatMap((folder) => {
    const names = fs.existsSync(join(files, folder)) ? fs.readdirSync(join(files, folder)) : [];
    return names.filter((name) => name.includes('-linux-')).map((name) => join(files, folder, name));
  });
  const path = join(files, 'usr/bin/redis-server');
  const env = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: folders.join(':') };
  await run(path, ['--version'], { env });
  return { path, env };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().replace(/\.$/, '') ?? '';
}
