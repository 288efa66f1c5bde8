import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../config/root';
import type { Settings } from '../config/settings';
import { largestWhole } from '../config/thresholds';
import { figures, mapsOf } from '../pipelines/national/rollup';
import { nationalTable } from '../pipelines/national/table';
import { reconciling } from '../pipelines/reconcile';
import type { MapName } from '../schemas/codes';
import { Manifest } from '../schemas/edition';
import { wholeOf } from '../schemas/file';
import type { Period } from '../schemas/period';
import { tableCsv } from '../sinks/exports/table-csv';
import { transaction } from '../sinks/warehouse/connect';
import { type Drawn, editionTable, filesOf, insertEdition, manifestOf, sha256 } from '../sinks/warehouse/editions';
import { closePeriod } from '../sinks/warehouse/periods';
import { hashOf, restoreReceipt, waitingReceipts } from '../sinks/warehouse/receipts';
import { restoreUsualSizes } from '../sinks/warehouse/usual-sizes';
import { withdraw } from '../sinks/warehouse/withdraw';
import { fileOnDisk } from '../sources/disk';
import { takeInPlan } from './commands/plan';
import { takeDecision } from './commands/resolve';
import type { Context } from './context';
import { defaultDue } from './schedules';
import { publicationOf } from './tables';
import { ingestTask } from './tasks/ingest';
import { openWarehouse, type Warehouse } from './warehouse';

/**
 * Publishes a period: its tables on both maps as they are known now, with the manifest of all that they were made from.
 * Waits for files that are still being taken in. Returns the edition's number.
 */
export async function publish(
  context: Pick<Context, 'warehouse' | 'now'>,
  { period, by, overrideWhy }: { readonly period: Period; readonly by: string; readonly overrideWhy: string | null },
): Promise<number> {
  const { pool, catalogue } = context.warehouse;
  for (;;) {
    while ((await waitingReceipts(pool)).length > 0) await pause(30);
    const at = context.now();
    const drawn = await drawAt(context.warehouse, period, at);
    const edition = await transaction(pool, async (client) => {
      // A file that was received meanwhile, but before that moment, would be missing in the table.
      if ((await waitingReceipts(client)).length > 0) return null;
      await closePeriod(client, period, defaultDue(period), at);
      const of = {
        period,
        at,
        by,
        overrideWhy,
        version: await version(),
        catalogue: catalogue.version,
        places: catalogue,
      };
      return insertEdition(client, of, drawn);
    });
    if (edition !== null) return edition;
  }
}

async function drawAt({ pool, catalogue }: Warehouse, period: Period, knownAt: Date): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const map of mapsOf(period)) {
    const asked = { period, map, knownAt };
    const rows = await transaction(pool, (client) => figures(client, asked));
    const table = nationalTable(asked, 'all', rows, catalogue);
    drawn.push({ table, csv: tableCsv(table) });
  }
  return drawn;
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')).version;
}

/** Writes an edition with all that it was made from into a folder: manifest.json, its tables as CSV (of the nation also to print, XLSX and PDF), the files under files/. */
export async function exportEdition(
  { pool, catalogue }: Warehouse,
  edition: number,
  folder: string,
): Promise<Manifest | null> {
  const manifest = await manifestOf(pool, edition);
  if (manifest === null) return null;
  await mkdir(path.join(folder, 'files'), { recursive: true });
  // They bring large libraries.
  const { tableXlsx } = await import('../sinks/exports/table-xlsx.js');
  const { tablePdf } = await import('../sinks/exports/table-pdf.js');
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  for (const map of Object.keys(manifest.tables) as MapName[]) {
    const table = await editionTable(pool, edition, map);
    if (table === null) continue;
    await writeFile(path.join(folder, `table-${map}.csv`), tableCsv(table));
    const published = new Date(manifest.published_at);
    const nation = { ...publicationOf(table, 'VN', edition, catalogue), at: published, findings: null };
    await writeFile(path.join(folder, `table-${map}.xlsx`), await tableXlsx(nation));
    await writeFile(path.join(folder, `table-${map}.pdf`), await tablePdf(nation));
  }
  const hashes = [...manifest.receipts, ...manifest.plans].map((each) => each.sha256);
  for await (const [hash, bytes] of filesOf(pool, hashes))
    await writeFile(path.join(folder, 'files', hash), Buffer.isBuffer(bytes) ? bytes : bytes.pieces());
  return manifest;
}

/** A table that was made again, whether it is what was published, to the byte, and whether the one in the folder is. */
export interface Rebuilt {
  readonly map: MapName;
  readonly csv: string;
  readonly same: boolean;
  readonly intact: boolean;
}

/** Makes an edition again from an exported folder, in a schema of its own that is dropped afterwards. */
export async function rebuildEdition(
  settings: Settings,
  folder: string,
): Promise<{ manifest: Manifest; tables: Rebuilt[]; catalogue: string }> {
  const manifest = Manifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
  const bytesOf = async (hash: string) => {
    const file = await fileOnDisk(path.join(folder, 'files', hash));
    if ((await hashOf(file)).toString('hex') !== hash)
      throw new Error(`files/${hash} is another file than the manifest says`);
    return file.size > largestWhole ? file : await wholeOf(file);
  };
  const schema = `${settings.schema.slice(0, 24)}_rebuild_${randomBytes(4).toString('hex')}`;
  const warehouse = await openWarehouse({ ...settings, schema });
  try {
    const { pool, catalogue } = warehouse;
    const jobs = { add: async () => {} };
    const withdrawals = [...manifest.withdrawals];
    const takeBack = async (until: string) => {
      while (withdrawals[0] !== undefined && withdrawals[0].at <= until) {
        const { submission, at, by, why } = withdrawals.shift() as Manifest['withdrawals'][number];
        await withdraw(pool, { submission, by: by ?? '', why: why ?? '' }, reconciling(catalogue), new Date(at));
      }
    };
    await restoreUsualSizes(pool, manifest.usual_sizes);
    const plans = [...manifest.plans];
    const takePlansIn = async (until: string) => {
      while (plans[0] !== undefined && plans[0].taken_in_at <= until) {
        const { sha256, file, taken_in_at } = plans.shift() as Manifest['plans'][number];
        const bytes = await readFile(path.join(folder, 'files', sha256));
        await takeInPlan(warehouse, { name: file, bytes }, new Date(taken_in_at));
      }
    };
    for (const receipt of manifest.receipts) {
      // Of a file that was handed in again the first had been taken back; a report is held against the plans of its time.
      await takeBack(receipt.received_at);
      await takePlansIn(receipt.received_at);
      await restoreReceipt(pool, receipt, await bytesOf(receipt.sha256));
      await ingestTask({ receipt: receipt.receipt }, { warehouse, jobs, now: () => new Date(receipt.received_at) });
    }
    await takePlansIn(manifest.published_at);
    await takeBack(manifest.published_at);
    for (const { value, unit, place, at, ...decision } of manifest.decisions)
      await takeDecision(
        warehouse,
        {
          ...decision,
          ...(value === null ? {} : { value }),
          ...(unit === null ? {} : { unit }),
          ...(place === null ? {} : { cell: place }),
        },
        new Date(at),
      );
    const drawn = await drawAt(warehouse, manifest.period, new Date(manifest.published_at));
    const published = (csv: string, map: MapName) => sha256(csv) === manifest.tables[map];
    const tables = drawn.map(async ({ table: { map }, csv }): Promise<Rebuilt> => {
      const there = await readFile(path.join(folder, `table-${map}.csv`), 'utf8').catch(() => '');
      return { map, csv, same: published(csv, map), intact: published(there, map) };
    });
    return { manifest, tables: await Promise.all(tables), catalogue: catalogue.version };
  } finally {
    await warehouse.pool.query(`drop schema ${schema} cascade`);
    await warehouse.close();
  }
}
