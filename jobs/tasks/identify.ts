import * as against from '../../pipelines/register/against';
import { joinAcross } from '../../pipelines/register/identity/across';
import { identifyIn } from '../../pipelines/register/identity/identify';
import type { Payload } from '../../schemas/jobs';
import { comparisonsDue, keepCompared, sidesOf } from '../../sinks/warehouse/against';
import { linkAcross } from '../../sinks/warehouse/identity/across';
import { inScope, scopesToResolve } from '../../sinks/warehouse/identity/scope';
import { waitingReceipts } from '../../sinks/warehouse/receipts';
import type { Context } from '../context';
import type { Warehouse } from '../warehouse';

/** Finds out which rows of the registers are one cooperative. While files wait it leaves that to the last of them. */
export async function identifyTask(_: Payload<'identify'>, { warehouse }: Pick<Context, 'warehouse'>): Promise<void> {
  if ((await waitingReceipts(warehouse.pool)).length === 0) await identifyAll(warehouse);
}

/**
 * Province by province, then between provinces; then each report is held against its register. What was done already costs
 * nothing.
 */
export async function identifyAll({ pool, catalogue }: Pick<Warehouse, 'pool' | 'catalogue'>): Promise<void> {
  for (const scope of await scopesToResolve(pool)) await inScope(pool, scope, identifyIn);
  await linkAcross(pool, joinAcross);
  for (const both of await comparisonsDue(pool)) {
    const sides = await sidesOf(pool, both, catalogue);
    await keepCompared(pool, both, against.findings(against.gaps(sides), sides), catalogue);
  }
}
