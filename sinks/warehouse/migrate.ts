import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { projectRoot } from '../../config/root';
import { transaction } from './connect';

export const migrationsFolder = path.join(projectRoot, 'sinks/warehouse/migrations');

/**
 * Brings the warehouse's schema up to date: the numbered files that it does not have yet, in order. Any number of
 * processes may call it at once; one does the work and the others wait. Throws where the warehouse is newer than the program.
 */
export async function migrate(pool: Pool, schema: string): Promise<void> {
  const files = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('tonghop migrate'))");
    await client.query(`create schema if not exists ${schema}`);
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map((row) => row.name));
    const strange = [...applied].find((name) => !files.includes(name));
    if (strange)
      throw new Error(`the warehouse has migration ${strange}, which this version does not know: update tonghop`);
    for (const name of files) {
      if (applied.has(name)) continue;
      await client.query(readFileSync(path.join(migrationsFolder, name), 'utf8'));
      await client.query('insert into migration (name) values ($1)', [name]);
    }
  });
}
