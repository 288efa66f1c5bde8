import { keep, versionOf } from '../../pipelines/national/kept';
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
export async function rollUpPeriod({ pool, catalogue }: Warehouse, period: Period, now: Date): Promise<boolean> {
  // What both maps are made from first, so that neither waits for the other.
  await transaction(pool, (client) => keep(client, period, versionOf(catalogue.version)));
  const did = await Promise.all(
    mapsOf(period).map((map) => transaction(pool, (client) => rollUp(client, period, map, catalogue.version, now))),
  );
  return did.includes(true);
}
