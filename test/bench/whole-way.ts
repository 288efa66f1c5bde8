/** `npm run bench`: the national sample from `submit` to the table, and where the time goes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { projectRoot } from '../../config/root';
import { readSettings } from '../../config/settings';
import { handInAll } from '../../jobs/commands/submit';
import { withSystem } from '../../jobs/system';
import { drawTable } from '../../jobs/tables';
import { rollUpPeriod } from '../../jobs/tasks/rollup';
import { openWarehouse } from '../../jobs/warehouse';
import { understood } from '../../pipelines/ingest';
import { reconciling } from '../../pipelines/reconcile';
import type { Document } from '../../schemas/cell';
import { Period } from '../../schemas/period';
import type { Prepared, PreparedSubmission } from '../../schemas/submission';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { load } from '../../sinks/warehouse/load';
import { handIn } from '../../sinks/warehouse/receipts';
import { readFile } from '../../sources/read';

const folders = ['2019', '2020'].map((year) => path.join(projectRoot, 'config/sample', year));
const files = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => ({ name: path.join(folder, name), bytes: readFileSync(path.join(folder, name)) })),
);
const asked = { period: Period.parse('2020-Q4'), map: '63' as const, knownAt: null };
const now = () => new Date();

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'tonghop-bench-'));
  try {
    const stages = await inStages(path.join(home, 'stages'));
    const queued = await throughTheQueue(path.join(home, 'queue'));
    const work = stages.read + stages.understand + stages.load + stages.rollup;
    const line = (what: string, ms: number) =>
      console.log(`${what.padEnd(44)}${ms.toFixed(0).padStart(7)} ms ${((100 * ms) / work).toFixed(1).padStart(6)} %`);
    console.log(
      `national sample: ${files.length} files, ${stages.rows} rows, ${stages.figures} figures, durable embedded PostgreSQL\n`,
    );
    line('reading (bytes to cells)', stages.read);
    line('understanding (cells to observations)', stages.understand);
    line('loading (one transaction a file)', stages.load);
    line('rolling up (2020 and 2019, both maps)', stages.rollup);
    line('all of it, one after the other', work);
    console.log(`\nfrom submit to the table, through the queue: ${queued.toFixed(0)} ms`);
    console.log(`  ${rate(files.length, queued)} files/s, ${rate(stages.rows, queued)} rows/s`);
    console.log(
      `floor, one bare COPY of the same figures: ${stages.floor.toFixed(0)} ms; loading is ${(stages.load / stages.floor).toFixed(1)} times that,`,
    );
    console.log(`  the whole way ${(queued / stages.floor).toFixed(1)} times`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const rate = (count: number, ms: number) => ((1000 * count) / ms).toFixed(0);

/** The pipeline called directly, stage by stage. */
async function inStages(home: string) {
  const warehouse = await openWarehouse({ ...readSettings({}), home });
  try {
    const [documents, read] = await timed(async () =>
      Promise.all(files.map(async ({ bytes }) => (await readFile(bytes)) as Document)),
    );
    const [prepared, understand] = await timed(async () =>
      documents.map((document): Prepared[] => [...understood(document, {}, warehouse.catalogue)]),
    );
    const [, loading] = await timed(async () => {
      for (const [index, file] of files.entries()) {
        const { receipt } = await handIn(warehouse.pool, { ...file, channel: 'cli', options: {} }, now());
        const parts: Prepared[] = [];
        for (const part of prepared[index] ?? []) {
          if (part.kind === 'refused') continue;
          const { version } = await earlierThan(
            warehouse.pool,
            warehouse.catalogue,
            receipt,
            part.province,
            part.period,
          );
          parts.push({ ...part, earlier: version });
        }
        await load(warehouse.pool, receipt, parts, reconciling(warehouse.catalogue), now());
      }
    });
    const [, rollup] = await timed(async () => {
      for (const period of ['2019-Q4', '2020-Q4']) await rollUpPeriod(warehouse, Period.parse(period), now());
    });
    const submissions = prepared.flat().filter((part): part is PreparedSubmission => part.kind === 'prepared');
    const client = await warehouse.pool.connect();
    const [figures, floor] = await bareCopy(client, submissions);
    client.release();
    return {
      rows: submissions.reduce((sum, { rows }) => sum + rows, 0),
      figures,
      read,
      understand,
      load: loading,
      rollup,
      floor,
    };
  } finally {
    await warehouse.close();
  }
}

async function bareCopy(client: PoolClient, submissions: readonly PreparedSubmission[]): Promise<[number, number]> {
  const rows = submissions.flatMap((each) =>
    each.observations.map((one) => [
      each.province,
      each.period,
      one.code,
      one.sector,
      one.measure,
      one.amount.inBase(),
      one.raw,
      one.unit,
    ]),
  );
  await client.query(
    'create table bare (province text, period text, code text, sector text, measure text, value numeric, raw text, unit text)',
  );
  const csv = stringify(rows);
  const [, ms] = await timed(() =>
    pipeline(Readable.from([csv]), client.query(copyFrom('copy bare from stdin (format csv)'))),
  );
  return [rows.length, ms];
}

async function throughTheQueue(home: string): Promise<number> {
  return withSystem({ ...readSettings({}), home }, async (context) => {
    const [, ms] = await timed(async () => {
      await handInAll(context, files, 'cli', {});
      await drawTable(context.warehouse, asked, 'VN', now());
    });
    return ms;
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

void main();
