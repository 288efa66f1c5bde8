import { type Asked, figures, rollUp } from '../pipelines/national/rollup';
import { type AreaChoice, areasOf, nationalTable } from '../pipelines/national/table';
import type { Catalogue } from '../schemas/catalogue';
import type { Table } from '../schemas/table';
import type { Publication } from '../sinks/exports/annex';
import { transaction } from '../sinks/warehouse/connect';
import { editionTable } from '../sinks/warehouse/editions';
import type { Warehouse } from './warehouse';

/** A consolidated table: what was rolled up, brought up to date first where it is stale; or as it was known at a moment. */
export async function drawTable(warehouse: Warehouse, asked: Asked, choice: AreaChoice, now: Date): Promise<Table> {
  const { pool, catalogue } = warehouse;
  const rows = await transaction(pool, async (client) => {
    if (asked.knownAt === null) await rollUp(client, asked.period, asked.map, catalogue.version, now);
    return figures(client, asked);
  });
  return nationalTable(asked, choice, rows, catalogue);
}

/** The table of an edition, as it was published. Null where there is none of that number on that map. */
export async function publishedTable(
  { pool, catalogue }: Warehouse,
  edition: number,
  asked: Pick<Asked, 'period' | 'map'>,
  choice: AreaChoice,
): Promise<Table | null> {
  const table = await editionTable(pool, edition, asked.map);
  if (table === null || table.period !== asked.period) return null;
  const areas = new Set(areasOf(asked.map, choice, catalogue));
  return { ...table, rows: table.rows.filter(({ area }) => areas.has(area)) };
}

/** A table of all areas as it goes out for some of them. */
export function publicationOf(
  whole: Table,
  choice: AreaChoice,
  edition: number | null,
  catalogue: Catalogue,
): Omit<Publication, 'at' | 'findings'> {
  const areas = new Set(areasOf(whole.map, choice, catalogue));
  const rows = whole.rows.filter(({ area }) => areas.has(area));
  const table = { ...whole, rows, sample: rows.some(({ sample }) => sample) };
  return { whole, table, sections: catalogue.sections, edition };
}
