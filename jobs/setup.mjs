// Sets up what is missing (packages, build), with nothing but Node itself; safe when several processes start at once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = ['schemas', 'config', 'sources', 'pipelines', 'sinks', 'jobs'];

/** Installs and builds where that was not done yet, or for other sources. Throws an Error of one sentence. */
export function setUp() {
  if (isInstalled() && isBuilt()) return;
  alone(() => {
    if (!isInstalled())
      run('installing packages', [
        'ci',
        '--include=dev',
        '--no-audit',
        '--no-fund',
        '--update-notifier=false',
        '--loglevel=error',
      ]);
    if (!isBuilt()) run('building', ['run', '--silent', 'build']);
  });
}

function isInstalled() {
  return modified('node_modules/.package-lock.json') >= modified('package-lock.json');
}

function isBuilt() {
  const built = modified('dist/jobs/cli.js');
  return [...sources.flatMap(typescriptIn), 'tsconfig.json', 'tsconfig.build.json'].every(
    (file) => modified(file) <= built,
  );
}

function typescriptIn(folder) {
  const names = readdirSync(path.join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
}

function modified(name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function run(what, args) {
  process.stderr.write(`tonghop: ${what} …\n`);
  // The npm that started us, or the one on the path.
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${what} failed${error ? `: ${error.message}` : ''}; see the lines above`);
}

/** One process at a time; a lock whose owner died is taken over. */
function alone(work) {
  const lock = path.join(root, '.setup.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = existsSync(path.join(lock, 'pid')) ? Number(readFileSync(path.join(lock, 'pid'), 'utf8')) : 0;
      if ((owner && !alive(owner)) || (!owner && Date.now() - modified('.setup.lock') > 5000))
        rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    setUp();
  } catch (error) {
    process.stderr.write(`tonghop: ${error.message}\n`);
    process.exitCode = 1;
  }
}
