import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { loadCatalogue as readCatalogue } from '../../config/catalogue';
import { type EmbeddedPostgres, useEmbeddedPostgres } from '../../jobs/embedded-postgres';
import { loadCatalogue } from '../../sinks/warehouse/catalogue';
import { connect } from '../../sinks/warehouse/connect';
import { migrate } from '../../sinks/warehouse/migrate';

let server: EmbeddedPostgres;
let home: string;

/** Before all tests: one PostgreSQL for the run, with a migrated warehouse as the template of each test file's own. */
export default async function start(): Promise<void> {
  home = mkdtempSync(path.join(tmpdir(), 'tonghop-test-'));
  server = await useEmbeddedPostgres(path.join(home, 'postgres'), { durable: false });
  process.env.TEST_POSTGRES_URL = server.url;
  await run(server.url, 'create database template_warehouse');
  const pool = connect(withDatabase(server.url, 'template_warehouse'), 'tonghop');
  await migrate(pool, 'tonghop');
  await loadCatalogue(pool, readCatalogue());
  await pool.end();
}

export async function stop(): Promise<void> {
  await server.release();
  rmSync(home, { recursive: true, force: true });
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
