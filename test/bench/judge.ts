/** `npm run bench:judge`: a year of 63 provinces, four quarters with a slip in each report, loaded and judged again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { rulesOf } from '../../config/rules';
import { readSettings } from '../../config/settings';
import { judging } from '../../jobs/commands/judge';
import { ingestTask } from '../../jobs/tasks/ingest';
import { openWarehouse, type Warehouse } from '../../jobs/warehouse';
import type { Catalogue } from '../../schemas/catalogue';
import { judgeAgain } from '../../sinks/warehouse/judge';
import { handIn } from '../../sinks/warehouse/receipts';
import { standingKeys } from '../../sinks/warehouse/standing';
import { Chance } from './duplicates-world';
import { consistentReport, written } from './findings-reports';
import { slipped, slips } from './findings-slips';

const quarters = ['Quý I năm 2020', '6 tháng đầu năm 2020', '9 tháng đầu năm 2020', 'Năm 2020'];

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  const warehouse = await openWarehouse({ ...readSettings({}), home });
  try {
    const { catalogue } = warehouse;
    const [files, loading] = await timed(() => loadYear(warehouse));
    console.log(`${files} reports read, judged and loaded: ${loading} ms`);
    const house = notesOnly(catalogue);
    for (const [what, by] of [
      ['by the same rules', catalogue],
      ['by another profile', house],
      ['by that profile once more', house],
    ] as const) {
      const [changed, time] = await timed(() => judgeAll(warehouse, by));
      console.log(`judged again ${what}: ${time} ms, ${changed} findings came, went or changed`);
    }
  } finally {
    await warehouse.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const started = performance.now();
  const done = await work();
  return [done, (performance.now() - started).toFixed(0)];
}

async function loadYear(warehouse: Warehouse): Promise<number> {
  const { pool, catalogue } = warehouse;
  const names = [...catalogue.provinces.values()]
    .filter(({ map }) => map === '63')
    .map(({ names: [name] }) => name?.name ?? '');
  const chance = new Chance(20_201);
  const now = () => new Date();
  let files = 0;
  for (const quarter of quarters)
    for (const [index, name] of names.entries()) {
      const clean = consistentReport(chance, index);
      const { report } = slipped(slips[files % slips.length] ?? 'sign', clean, chance) ?? { report: clean };
      const bytes = Buffer.from(written(report, name).csv.replace('Năm 2020', quarter));
      const { receipt } = await handIn(pool, { name: `${files}.csv`, bytes, channel: 'cli', options: {} }, now());
      await ingestTask({ receipt }, { warehouse, jobs: { add: async () => {} }, now });
      files += 1;
    }
  return files;
}

async function judgeAll({ pool }: Warehouse, by: Catalogue): Promise<number> {
  let changed = 0;
  for (const key of await standingKeys(pool, { period: null, provinces: null }))
    for (const each of await judgeAgain(pool, key, judging(by), { dryRun: false }))
      changed += each.came.length + each.went.length + each.changed.length;
  return changed;
}

function notesOnly(catalogue: Catalogue): Catalogue {
  const all = [...catalogue.rules.all.values()];
  const notes = all.map((each) => (each.severity === 'warning' ? { ...each, severity: 'note' as const } : each));
  return { ...catalogue, rules: rulesOf(notes, catalogue.version) };
}

void main();
