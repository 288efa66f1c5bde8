import { type Asked, figures, rollUp } from '../pipelines/national/rollup';
import { type AreaChoice, nationalTable } from '../pipelines/national/table';
import type { Table } from '../schemas/table';
import { transaction } from '../sinks/warehouse/connect';
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
