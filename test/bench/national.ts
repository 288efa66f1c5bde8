/** `npm run bench:national`: the kept tables of ten years, made cold and after a revision, and figures traced. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../config/settings';
import { drawTable } from '../../jobs/tables';
import { rollUpPeriod } from '../../jobs/tasks/rollup';
import { openWarehouse, type Warehouse } from '../../jobs/warehouse';
import { trace } from '../../pipelines/national/trace';
import { columns } from '../../pipelines/national/trace/columns';
import { quartersOf, tablesTouchedBy } from '../../schemas/period';
import { type TableRow, tracedColumns } from '../../schemas/table';
import { transaction } from '../../sinks/warehouse/connect';
import { loadReports, revise } from './national-facts';

const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];
const periods = years.flatMap(quartersOf);
const revisions = 10;
const traces = 40;

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  try {
    const warehouse = await openWarehouse({ ...readSettings({}), home });
    try {
      await measure(warehouse);
    } finally {
      await warehouse.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(warehouse: Warehouse): Promise<void> {
  const { pool, catalogue } = warehouse;
  const start = Date.now();
  const facts = await loadReports(pool, periods, catalogue, new Date(start));
  console.log(`${periods.length} quarters, ${facts} facts, durable embedded PostgreSQL\n`);
  const cold: number[] = [];
  for (const period of periods) cold.push(await timed(() => rollUpPeriod(warehouse, period, new Date())));
  say('cold: both maps of a quarter', cold);

  const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === '63');
  const [own, touched]: [number[], number[]] = [[], []];
  for (let index = 0; index < revisions; index += 1) {
    const period = periods[(index * 7) % periods.length] ?? periods[0];
    const province = provinces[(index * 5) % provinces.length];
    if (period === undefined || province === undefined) continue;
    await revise(pool, province.id, period, index + 1, catalogue, new Date(start + 1000 * (index + 1)));
    own.push(await timed(() => rollUpPeriod(warehouse, period, new Date())));
    touched.push(
      await timed(async () => {
        for (const each of tablesTouchedBy(period)) await rollUpPeriod(warehouse, each, new Date());
      }),
    );
  }
  say('after a revision: both maps of its quarter', own);
  say('… and of the other quarters that it touches', touched);

  const asked = { period: periods.at(-2) ?? quartersOf(2020)[0], map: '63', knownAt: null } as Parameters<
    typeof drawTable
  >[1];
  const table = await drawTable(warehouse, asked, 'VN', new Date());
  const figures = table.rows.flatMap((row) =>
    tracedColumns.filter((column) => columns[column].value(row) !== null).map((column) => ({ row, column })),
  );
  const traced: number[] = [];
  for (let index = 0; index < traces; index += 1) {
    const { row, column } = figures[(index * 37) % figures.length] as {
      row: TableRow;
      column: (typeof tracedColumns)[number];
    };
    traced.push(await timed(() => transaction(pool, (client) => trace(client, asked, row, column, catalogue))));
  }
  say('trace of a national figure', traced);
  const counted: number[] = [];
  for (let index = 0; index < 10; index += 1)
    counted.push(await timed(() => pool.query('select count(*) from observation where period = $1', [asked.period])));
  say('select count(*) over a quarter’s facts', counted);
  say('select count(*) over all facts', [await timed(() => pool.query('select count(*) from observation'))]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function say(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  console.log(
    `${what.padEnd(48)} median ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)} ms   (${times.length})`,
  );
}

void main();
