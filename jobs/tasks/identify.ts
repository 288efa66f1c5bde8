import { joinAcross } from '../../pipelines/register/identity/across';
import { identifyIn } from '../../pipelines/register/identity/identify';
import type { Payload } from '../../schemas/jobs';
import { linkAcross } from '../../sinks/warehouse/identity/across';
import { inScope, scopesToResolve } from '../../sinks/warehouse/identity/scope';
import { waitingReceipts } from '../../sinks/warehouse/receipts';
import type { Context } from '../context';
import type { Warehouse } from '../warehouse';

/** Finds out which rows of the registers are one cooperative. While files wait it leaves that to the last of them. */
export async function identifyTask(_: Payload<'identify'>, { warehouse }: Pick<Context, 'warehouse'>): Promise<void> {
  if ((await waitingReceipts(warehouse.pool)).length === 0) await identifyAll(warehouse);
}

/** Province by province, then between provinces; what is resolved already costs nothing. */
export async function identifyAll({ pool }: Pick<Warehouse, 'pool'>): Promise<void> {
  for (const scope of await scopesToResolve(pool)) await inScope(pool, scope, identifyIn);
  await linkAcross(pool, joinAcross);
}
