/**
 * `npm run bench:national`: the kept tables of ten years, made cold and after a revision, and figures traced: of reports
 * without plans, and with one beside every figure.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../config/settings';
import { drawTable } from '../../jobs/tables';
import { rollUpPeriod } from '../../jobs/tasks/rollup';
import { openWarehouse, type Warehouse } from '../../jobs/warehouse';
import { trace } from '../../pipelines/national/trace';
import { columns } from '../../pipelines/national/trace/columns';
import type { Catalogue } from '../../schemas/catalogue';
import type { ProvinceId } from '../../schemas/codes';
import { type Period, quartersOf, tablesTouchedBy } from '../../schemas/period';
import { type TableRow, tracedColumns } from '../../schemas/table';
import { transaction } from '../../sinks/warehouse/connect';
import { loadReports, type Plans, revise } from './national-facts';

const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];
const periods = years.flatMap(quartersOf);
const revisionsEach = 40;
const traces = 40;

async function main(): Promise<void> {
  console.log('reports without plans');
  await inWarehouse((warehouse) => measure(warehouse, null));
  console.log('\na plan beside every figure');
  await inWarehouse((warehouse) => measure(warehouse, { seed: 0 }));
}

async function inWarehouse(work: (warehouse: Warehouse) => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  try {
    const warehouse = await openWarehouse({ ...readSettings({}), home });
    try {
      await work(warehouse);
    } finally {
      await warehouse.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(warehouse: Warehouse, plans: Plans): Promise<void> {
  const { pool, catalogue } = warehouse;
  const start = Date.now();
  const facts = await loadReports(pool, periods, plans, catalogue, new Date(start));
  console.log(`${periods.length} quarters, ${facts} facts, durable embedded PostgreSQL`);
  const cold: number[] = [];
  for (const period of periods) cold.push(await timed(() => rollUpPeriod(warehouse, period, new Date())));
  say('cold: both maps of a quarter', cold);

  let revisions = 0;
  const revised = async (what: string, plansOf: (seed: number) => Plans) => {
    const [own, touched]: [number[], number[]] = [[], []];
    for (let index = 0; index < revisionsEach; index += 1) {
      const [period, province] = chosen(index, catalogue);
      revisions += 1;
      const at = new Date(start + 1000 * revisions);
      await revise(pool, province, period, revisions, plansOf(revisions), catalogue, at);
      own.push(await timed(() => rollUpPeriod(warehouse, period, new Date())));
      touched.push(
        await timed(async () => {
          for (const each of tablesTouchedBy(period)) await rollUpPeriod(warehouse, each, new Date());
        }),
      );
    }
    say(`${what}: both maps of its quarter`, own);
    say('… and of the other quarters that it touches', touched);
  };
  await revised('after a revision of figures', () => plans);
  if (plans) await revised('after one of plans too', (seed) => ({ seed }));
  await measureReading(warehouse);
}

/** The report that is revised as the one at that place: of another quarter and province each time. */
function chosen(index: number, catalogue: Catalogue): [Period, ProvinceId] {
  const provinces = [...catalogue.provinces.values()].filter(({ map }) => map === '63');
  const period = periods[(index * 7) % periods.length];
  const province = provinces[(index * 5) % provinces.length];
  if (period === undefined || province === undefined) throw new Error('there is nothing to revise');
  return [period, province.id];
}

async function measureReading(warehouse: Warehouse): Promise<void> {
  const { pool, catalogue } = warehouse;
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
