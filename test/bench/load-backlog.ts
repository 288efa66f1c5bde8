import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { loadCatalogue } from '../../config/catalogue';
import { readSettings } from '../../config/settings';
import { Jobs } from '../../jobs/queue';
import { sweepTask } from '../../jobs/tasks/sweep';
import { openWarehouse, type Warehouse } from '../../jobs/warehouse';
import { gsoCode } from '../../schemas/codes';
import { serverCpu } from './load-cpu';
import { handInFiles, untilTakenIn } from './load-hand-in';
import { writeRegister } from './load-register';
import { Workers } from './load-workers';

const firstYear = 2013;
const quarters = ['3 tháng đầu năm', '6 tháng đầu năm', '9 tháng đầu năm', 'Năm'];
/** As many small files at once as a worker of the system takes. */
const concurrency = 2;
/** Rows of a year's registers together. */
const yearRows = 300_000;

/** Years of 63 provinces, on both forms, quarter by quarter: with one worker and with two, and with one that is killed. */
export async function backlog(home: string, years: number, scale: number): Promise<void> {
  const provinces = [...loadCatalogue().provinces.keys()].filter((id) => id.startsWith('63/')).map(gsoCode);
  const periods = Array.from({ length: years }, (_, index) =>
    quarters.map((each) => `${each} ${firstYear + index}`),
  ).flat();
  const cells = periods.flatMap((period) => provinces.map((province) => ({ period, province })));
  const rows = Math.max(1, Math.round((years * yearRows * scale) / cells.length));
  const files = await writeFiles(path.join(home, 'files'), cells, rows);
  console.log(`${files.length} files: ${cells.length} of B01, ${cells.length} registers of ${rows} rows each`);
  const quarter = files.slice(0, Math.round(files.length / 4));
  const half = files.slice(0, Math.round(files.length / 2));
  await report('a quarter of it, one worker', path.join(home, 'quarter'), quarter, rows, 1);
  await report('half of it, one worker', path.join(home, 'half'), half, rows, 1);
  const whole = await report('all of it, one worker', path.join(home, 'one'), files, rows, 1);
  const shared = await report('all of it, two workers', path.join(home, 'two'), files, rows, 2);
  const killed = await report(
    'two workers, killed (-9) in the middle',
    path.join(home, 'killed'),
    files,
    rows,
    2,
    true,
  );
  for (const [what, state] of [
    ['two workers', shared],
    ['killed', killed],
  ] as const)
    console.log(`the end state of ${what} is ${state === whole ? 'the same to the byte' : 'ANOTHER ONE'}`);
  if (shared !== whole || killed !== whole) process.exitCode = 1;
}

async function writeFiles(
  folder: string,
  cells: readonly { readonly period: string; readonly province: string }[],
  rows: number,
): Promise<string[]> {
  mkdirSync(folder);
  const files: string[] = [];
  for (const [index, { period, province }] of cells.entries()) {
    const [b01, b02] = ['b01', 'b02'].map((form) => path.join(folder, `${index}-${form}.csv`)) as [string, string];
    writeFileSync(b01, report01(period, province, index));
    await writeRegister(b02, { rows, province, period, revision: index % 7 });
    files.push(b01, b02);
  }
  return files;
}

const report01 = (period: string, province: string, index: number) =>
  [
    `Đơn vị báo cáo;${province}`,
    `Kỳ báo cáo;${period}`,
    'code;sector;unit;value',
    `htx.count;all;HTX;${400 + (index % 90)}`,
    `htx.count;agri;HTX;${300 + (index % 50)}`,
    `htx.members;all;người;${9000 + index}`,
    `htx.charter_capital;all;triệu đồng;${100_000 + 7 * index}`,
    '',
  ].join('\n');

/** Takes the files in on a warehouse of their own; what it says in the end, apart from the times. */
async function report(
  what: string,
  home: string,
  files: readonly string[],
  rows: number,
  count: number,
  killed = false,
): Promise<string> {
  const warehouse = await openWarehouse({ ...readSettings({}), home });
  const jobs = await Jobs.open(warehouse, null);
  try {
    const start = performance.now();
    const before = await serverCpu(warehouse.pool);
    let workers = await Workers.start(count, home, concurrency);
    const receipts = await handInFiles(warehouse.pool, jobs, files);
    if (killed) {
      await untilTakenIn(warehouse.pool, receipts, Math.round(files.length / 2));
      await workers.kill();
      workers = await Workers.start(count, home, concurrency);
      await sweepTask({}, { warehouse, jobs }, 'anew');
    }
    await untilTakenIn(warehouse.pool, receipts);
    const seconds = (performance.now() - start) / 1000;
    const server = (await serverCpu(warehouse.pool)) - before;
    const { memory, cpu } = await workers.stop();
    const each = (taken: number) => ((1000 * taken) / files.length).toFixed(1);
    // Of workers that were killed nobody knows what they had taken.
    const processor = killed ? '' : `, processor a file: workers ${each(cpu)} ms + server ${each(server)} ms`;
    const rate = ((rows * files.length) / 2 / seconds).toFixed(0);
    console.log(
      `  ${what.padEnd(40)}${seconds.toFixed(1).padStart(7)} s  ${(files.length / seconds).toFixed(1).padStart(6)} files/s  ${rate.padStart(7)} register rows/s  ${memory.toFixed(0)} MB${processor}`,
    );
    return await endState(warehouse);
  } finally {
    await jobs.close();
    await warehouse.close();
  }
}

/** How much there is of everything, and a hash of it. */
async function endState({ pool }: Pick<Warehouse, 'pool'>): Promise<string> {
  const said = await Promise.all(
    [
      'select submission, status, province, period, form, rows, rows_loaded, content from submission order by submission collate "C"',
      'select submission, number, rule, message from finding order by submission collate "C", number',
      "select province, period, form, submission from standing where known_until = 'infinity' order by province, period, form",
      'select submission, code, sector, measure, value_base from observation where known_until = \'infinity\' order by submission collate "C", code, sector, measure',
      'select * from register_row order by province, submission, number',
      'select receipt, status from receipt order by receipt',
    ].map((query) => hashOf(pool, query)),
  );
  return said.join(' ');
}

async function hashOf(pool: Pool, query: string): Promise<string> {
  const { rows } = await pool.query<{ said: string }>(
    `select count(*) || ':' || coalesce(sum(('x' || left(md5(one::text), 15))::bit(60)::bigint), 0) as said from (${query}) as one`,
  );
  return rows[0]?.said ?? '';
}
