import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { loadCatalogue as readCatalogue } from '../config/catalogue';
import { withProfile } from '../config/profile';
import type { Settings } from '../config/settings';
import type { Catalogue } from '../schemas/catalogue';
import { loadCatalogue } from '../sinks/warehouse/catalogue';
import { connect } from '../sinks/warehouse/connect';
import { migrate } from '../sinks/warehouse/migrate';
import { useEmbeddedPostgres } from './embedded-postgres';
import { makeHome } from './home';

/** The warehouse, open: migrated, and with the catalogue of config/ in it. */
export interface Warehouse {
  readonly pool: Pool;
  readonly url: string;
  readonly schema: string;
  readonly id: string;
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

/** Whether there is a warehouse yet: only a home that was used has one of its own. */
export function isWarehouseThere({ databaseUrl, home }: Settings): boolean {
  return databaseUrl !== null || existsSync(path.join(home, 'postgres', 'data'));
}

/** Opens the warehouse of DATABASE_URL, or the home's own PostgreSQL, which is started where it does not run yet. */
export async function openWarehouse(settings: Settings): Promise<Warehouse> {
  const catalogue = withProfile(readCatalogue(), settings.home);
  if (settings.databaseUrl === null) makeHome(settings.home);
  const embedded =
    settings.databaseUrl === null ? await useEmbeddedPostgres(path.join(settings.home, 'postgres')) : null;
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  const pool = connect(url, settings.schema);
  const close = async () => {
    await pool.end();
    await embedded?.release();
  };
  try {
    await migrate(pool, settings.schema);
    await loadCatalogue(pool, catalogue);
    const { rows } = await pool.query<{ id: string }>('select id from warehouse');
    return { pool, url, schema: settings.schema, id: rows[0]?.id ?? '', catalogue, close };
  } catch (error) {
    await close();
    throw unreachable(error, settings);
  }
}

function unreachable(error: unknown, settings: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const outside = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28|3D|08)/.test(code);
  if (!outside || settings.databaseUrl === null) return error;
  return new Error(
    `DATABASE_URL: the database cannot be reached (${(error as Error).message || code}): check host, user and password`,
  );
}
