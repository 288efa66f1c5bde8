/**
 * `npm run bench:load [-- --rows N]`: registers from submit to committed facts, beside a bare COPY of the same rows.
 * `-- --backlog [--years N] [--scale S]`: ten years of all provinces, with 300.000 rows of registers a year.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { readSettings } from '../../config/settings';
import { Jobs } from '../../jobs/queue';
import { openWarehouse, type Warehouse } from '../../jobs/warehouse';
import { submissionsOf } from '../../sinks/warehouse/submissions';
import { backlog } from './load-backlog';
import { serverCpu } from './load-cpu';
import { handInFiles, untilTakenIn } from './load-hand-in';
import { writeRegister } from './load-register';
import { Workers } from './load-workers';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      backlog: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      years: { type: 'string', default: '10' },
    },
  });
  const home = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  try {
    if (values.backlog) await backlog(home, Number(values.years), Number(values.scale));
    else await registers(home, Number(values.rows));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Taken {
  readonly handIn: number;
  readonly all: number;
  readonly memory: number;
  readonly cpu: number;
  readonly server: number;
  readonly findings: number;
}

async function registers(home: string, rows: number): Promise<void> {
  const files = ['24', '27', '30'].map((province) => path.join(home, `${province}.csv`));
  for (const [index, file] of files.entries())
    await writeRegister(file, { rows, province: path.basename(file, '.csv'), period: 'Năm 2020', revision: index });
  const [first = '', ...others] = files;
  const revised = path.join(home, '24-revised.csv');
  await writeRegister(revised, { rows, province: '24', period: 'Năm 2020', revision: 9 });
  console.log(`registers of ${rows} rows, 20 columns, ${(statSync(first).size / 1e6).toFixed(0)} MB each`);
  for (const stage of [
    'first look (encoding)',
    'read (rows of cells)',
    'understood (cooperatives)',
    'written (text for COPY)',
  ]) {
    const measured = execFileSync(process.execPath, [path.join(__dirname, 'load-stages.js'), stage, first]).toString();
    const { ms, cpu, memory } = JSON.parse(measured);
    line(`  ${stage}, alone`, rows, ms, `${memory.toFixed(0)} MB, processor ${cpu.toFixed(1)} s`);
  }
  const warehouse = await openWarehouse({ ...readSettings({}), home });
  const jobs = await Jobs.open(warehouse, null);
  try {
    const one = await taken(warehouse, jobs, home, 1, [first]);
    const { ms: bare, server } = await bareCopy(warehouse, path.join(home, 'clean.copy'), rows);
    line('bare COPY of the same rows, already clean', rows, bare, `server ${server.toFixed(1)} s`);
    const said = (result: Taken, count: number) =>
      line(
        count === 1 ? 'submit to committed facts' : `a backlog of ${count}`,
        count * rows,
        result.all,
        `ratio ${((bare * count) / result.all).toFixed(2)}, ${result.memory.toFixed(0)} MB, processor ${result.cpu.toFixed(1)} s + server ${result.server.toFixed(1)} s, handing in ${(result.handIn / 1000).toFixed(1)} s, ${result.findings} findings`,
      );
    console.log('one worker');
    said(one, 1);
    console.log('one worker, a revision of it');
    said(await taken(warehouse, jobs, home, 1, [revised]), 1);
    console.log('two workers');
    said(await taken(warehouse, jobs, home, 2, others), others.length);
  } finally {
    await jobs.close();
    await warehouse.close();
  }
}

async function taken(
  { pool }: Warehouse,
  jobs: Jobs,
  home: string,
  count: number,
  files: readonly string[],
): Promise<Taken> {
  const workers = await Workers.start(count, home);
  const server = await serverCpu(pool);
  const start = performance.now();
  const receipts = await handInFiles(pool, jobs, files);
  const handIn = performance.now() - start;
  await untilTakenIn(pool, receipts);
  const all = performance.now() - start;
  const took = (await serverCpu(pool)) - server;
  const { memory, cpu } = await workers.stop();
  const lines = await submissionsOf(pool, receipts);
  if (lines.some(({ status }) => status !== 'loaded')) throw new Error(JSON.stringify(lines));
  const findings = lines.reduce((sum, { errors, warnings, notes }) => sum + errors + warnings + notes, 0);
  return { handIn, all, memory, cpu, server: took, findings };
}

/** The rows that were loaded, out of the table and into it again, key and all: the time, and the server's processor time. */
async function bareCopy({ pool }: Warehouse, file: string, rows: number): Promise<{ ms: number; server: number }> {
  const client = await pool.connect();
  try {
    const { rows: named } = await client.query<{ column: string }>(
      `select attname as column from pg_attribute
       where attrelid = 'register_row'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    const columns = named.map(({ column }) => column);
    const bare = columns.map((column) => (column === 'submission' ? "'bare'" : column));
    const out = `copy (select ${bare.join(', ')} from register_row order by province, submission, number) to stdout`;
    await pipeline(client.query(copyTo(out)), createWriteStream(file));
    const before = await serverCpu(pool);
    const start = performance.now();
    await client.query('begin');
    const copy = client.query(copyFrom(`copy register_row (${columns.join(', ')}) from stdin`));
    await pipeline(createReadStream(file, { highWaterMark: 1 << 16 }), copy);
    await client.query('commit');
    const ms = performance.now() - start;
    const server = (await serverCpu(pool)) - before;
    const { rowCount } = await client.query("delete from register_row where submission = 'bare'");
    if (rowCount !== rows) throw new Error(`${rowCount} rows instead of ${rows}`);
    return { ms, server };
  } finally {
    client.release();
  }
}

function line(what: string, rows: number, ms: number, more: string): void {
  const rate = ((1000 * rows) / ms).toFixed(0);
  console.log(`  ${what.padEnd(46)}${(ms / 1000).toFixed(1).padStart(7)} s${rate.padStart(9)} rows/s  ${more}`);
}

void main();
