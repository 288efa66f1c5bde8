import type { ScopeStore } from '../../../schemas/identity';
import { Resolver } from '.';

/** Resolves the registers of one province that came since the last time; what was decided before stays. */
export async function identifyIn(store: ScopeStore): Promise<void> {
  const models = new Map(store.model === null ? [] : [[store.scope, store.model] as const]);
  const resolver = new Resolver(store.decisions, models);
  for await (const { register, evidence } of store.known()) resolver.load(register, evidence);
  for await (const register of store.arrived()) store.keep(register, resolver.add(register));
  await store.finish({
    assignments: resolver.assignments(),
    unsure: resolver.pairs(),
    model: resolver.models().get(store.scope) ?? null,
  });
}
