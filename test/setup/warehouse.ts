import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { loadCatalogue } from '../../config/catalogue';
import { ingest } from '../../pipelines/ingest';
import { figures, mapsOf, rollUp } from '../../pipelines/national/rollup';
import { type AreaChoice, nationalTable } from '../../pipelines/national/table';
import { reconciling } from '../../pipelines/reconcile';
import type { Catalogue } from '../../schemas/catalogue';
import type { MapName } from '../../schemas/codes';
import { mapOf, type Period, periodFromCode } from '../../schemas/period';
import type { Channel, HandInOptions } from '../../schemas/submission';
import { type TableRecord, tableRecords } from '../../sinks/exports/table-csv';
import { connect, transaction } from '../../sinks/warehouse/connect';
import { earlierThan } from '../../sinks/warehouse/earlier';
import { load } from '../../sinks/warehouse/load';
import { handIn } from '../../sinks/warehouse/receipts';
import { readFile } from '../../sources/read';

export const catalogue = loadCatalogue();

/** A database of a test file's own, made from the template; the warehouse in it is open. */
export interface TestWarehouse {
  readonly pool: Pool;
  readonly url: string;
  drop(): Promise<void>;
}

export async function testWarehouse(): Promise<TestWarehouse> {
  const server = process.env.TEST_POSTGRES_URL ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template template_warehouse`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const pool = connect(url, 'tonghop');
  return {
    pool,
    url,
    drop: async () => {
      await pool.end();
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

let minutes = 0;
/** A clock that moves on a minute at each look. */
export function tick(): Date {
  minutes += 1;
  return new Date(Date.UTC(2022, 0, 1) + minutes * 60_000);
}

export interface HandedIn {
  readonly receipt: number;
  readonly again: boolean;
  readonly at: Date;
}

/** Hands a file in, as text, without processing it. */
export async function handedIn(
  pool: Pool,
  text: string | Buffer,
  { name = 'report.csv', channel = 'cli', ...options }: HandInOptions & { name?: string; channel?: Channel } = {},
): Promise<HandedIn> {
  const at = tick();
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return { ...(await handIn(pool, { name, bytes, channel, options }, at)), at };
}

/** Processes a receipt, as a worker does; with the rules as a house holds them. */
export async function processed(pool: Pool, receipt: number, house: Catalogue = catalogue): Promise<Period[]> {
  const { rows } = await pool.query<{ bytes: Buffer; options: HandInOptions }>(
    'select bytes, options from receipt join file using (sha256) where receipt = $1',
    [receipt],
  );
  const [file] = rows;
  if (!file) throw new Error(`there is no receipt ${receipt}`);
  const { periods } = await ingest(
    { receipt, bytes: file.bytes, options: file.options },
    {
      catalogue,
      read: readFile,
      earlier: (province, period) => earlierThan(pool, catalogue, receipt, province, period),
      load: (number, prepared) => load(pool, number, prepared, reconciling(house), tick()),
    },
  );
  return [...periods];
}

/** Hands a file in and processes it. */
export async function submitted(
  pool: Pool,
  text: string | Buffer,
  options: Parameters<typeof handedIn>[2] = {},
): Promise<HandedIn> {
  const handed = await handedIn(pool, text, options);
  await processed(pool, handed.receipt);
  return handed;
}

/** The flat layout: `province code [sector] value [unit]` a line, one period, as CSV. */
export function flat(period: string, lines: readonly string[], extra: { document?: string } = {}): string {
  const head = `province,period,code,sector,unit,value,plan${extra.document ? ',document' : ''}`;
  const rows = lines.map((line) => {
    const [province, code, sector, value, plan = ''] = line.split(' ');
    const indicator = [...catalogue.indicators.values()].find((each) => each.code === code);
    return [
      province,
      period,
      code,
      sector,
      indicator?.unit.name,
      value,
      plan,
      ...(extra.document ? [extra.document] : []),
    ].join(',');
  });
  return `${[head, ...rows].join('\n')}\n`;
}

/** The rows of a table as records, rolled up first where it is as of now. */
export async function tableOf(
  pool: Pool,
  code: string,
  { area = 'VN' as AreaChoice, map = null as MapName | null, knownAt = null as Date | null } = {},
): Promise<TableRecord[]> {
  const period = periodFromCode(code) as Period;
  const asked = { period, map: map ?? mapOf(period), knownAt };
  const rows = await transaction(pool, async (client) => {
    if (knownAt === null)
      for (const each of mapsOf(period)) await rollUp(client, period, each, catalogue.version, tick());
    return figures(client, asked);
  });
  return tableRecords(nationalTable(asked, area, rows, catalogue));
}

/** One row of a table. */
export function row(records: readonly TableRecord[], code: string, sector = 'all', area?: string): TableRecord {
  const found = records.find(
    (each) => each.code === code && each.sector === sector && (area === undefined || each.area === area),
  );
  if (!found) throw new Error(`no row ${code} ${sector} ${area ?? ''}`);
  return found;
}
