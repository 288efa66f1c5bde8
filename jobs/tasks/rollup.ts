import { mapsOf, rollUp } from '../../pipelines/national/rollup';
import type { Payload } from '../../schemas/jobs';
import type { Period } from '../../schemas/period';
import { transaction } from '../../sinks/warehouse/connect';
import type { Context } from '../context';
import type { Warehouse } from '../warehouse';

/** Brings one period's tables up to date on both maps. */
export async function rollupTask({ period }: Payload<'rollup'>, { warehouse, now }: Context): Promise<void> {
  await rollUpPeriod(warehouse, period, now());
}

/** Returns whether anything had to be done. */
export async function rollUpPeriod(warehouse: Warehouse, period: Period, now: Date): Promise<boolean> {
  let did = false;
  for (const map of mapsOf(period)) {
    const version = warehouse.catalogue.version;
    did = (await transaction(warehouse.pool, (client) => rollUp(client, period, map, version, now))) || did;
  }
  return did;
}
