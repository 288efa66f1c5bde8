import type { Asked, Moment } from '../pipelines/national/asked';
import { type Cause, type Changed, changes, type State } from '../pipelines/national/compare';
import { withoutDuplicates } from '../pipelines/national/duplicates';
import { useProvinces } from '../pipelines/national/places';
import { figures } from '../pipelines/national/rollup';
import { type AreaChoice, nationalTable } from '../pipelines/national/table';
import type { Catalogue } from '../schemas/catalogue';
import type { MapName } from '../schemas/codes';
import { frozenPlaces, type Manifest } from '../schemas/edition';
import { tableRecords } from '../sinks/exports/table-csv';
import { transaction } from '../sinks/warehouse/connect';
import { placesOf, type StandingChange, standingChanges } from '../sinks/warehouse/editions';
import { replacedRegister } from '../sinks/warehouse/replaced';
import { publishedTable } from './tables';
import { identifyAll } from './tasks/identify';
import type { Warehouse } from './warehouse';

/** What changed between two editions, by cause, and the reports behind the causes. */
export interface Comparison {
  readonly changed: readonly Changed[];
  readonly reports: Readonly<Partial<Record<Cause, readonly StandingChange[]>>>;
}

/**
 * From the one edition to the other, letting in cause by cause: the map, late reports, duplicates that a later register left
 * out, revisions (also of what remains of such registers), withdrawals, corrections, the plan. What the rules of today
 * make other than an edition's did stands before and after them.
 */
export async function compareEditions(
  warehouse: Warehouse,
  one: Manifest,
  other: Manifest,
  map: MapName,
  choice: AreaChoice,
): Promise<Comparison> {
  const { pool } = warehouse;
  const { period } = one;
  const [from, to] = [new Date(one.published_at), new Date(other.published_at)];
  const [before, after] = await cataloguesOf(warehouse, one, other);
  const all = await standingChanges(pool, period, from, to);
  const revised = all.filter((each) => each.before !== null && each.after !== null);
  const { instead, registers } = await duplicatesIn(warehouse, revised, from, to);
  const reports = {
    late: all.filter((each) => each.before === null),
    duplicate: registers,
    revision: revised,
    withdrawal: all.filter((each) => each.after === null),
  };
  const drawn = async (catalogue: Catalogue, known: Pick<Asked, 'knownAt' | 'moments' | 'planAt' | 'instead'>) => {
    const asked = { period, map, ...known };
    const rows = await transaction(pool, async (client) => {
      await useProvinces(client, catalogue);
      return figures(client, asked);
    });
    return tableRecords(nationalTable(asked, choice, rows, catalogue));
  };
  const published = async ({ edition }: Manifest, catalogue: Catalogue) => {
    const table = await publishedTable({ ...warehouse, catalogue }, edition, { period, map }, choice);
    return table === null ? [] : tableRecords(table);
  };

  const then = { knownAt: from, planAt: from };
  const states: State[] = [{ cause: 'rule', rows: await drawn(before, then) }];
  if (before !== after) states.push({ cause: 'map', rows: await drawn(after, then) });
  const moments: Moment[] = [];
  // A report that has one cause moves its province and period as a whole.
  for (const cause of ['late', 'duplicate', 'revision', 'withdrawal'] as const) {
    if (reports[cause].length === 0) continue;
    if (cause === 'duplicate') states.push({ cause, rows: await drawn(after, { ...then, moments, instead }) });
    else {
      moments.push(...reports[cause].map(({ province, period: of }) => ({ province, period: of, at: to })));
      states.push({ cause, rows: await drawn(after, { ...then, moments }) });
    }
  }
  states.push({ cause: 'correction', rows: await drawn(after, { knownAt: to, planAt: from }) });
  states.push({ cause: 'plan', rows: await drawn(after, { knownAt: to, planAt: to }) });
  states.push({ cause: 'rule', rows: await published(other, after) });
  return { changed: changes(await published(one, before), states), reports };
}

/** The catalogue with the places of each edition; one and the same where they are no other ones, or it is not known. */
async function cataloguesOf({ pool, catalogue }: Warehouse, one: Manifest, other: Manifest) {
  const [was, is] = [await placesOf(pool, one.edition), await placesOf(pool, other.edition)];
  if (was === null || is === null) return [catalogue, catalogue] as const;
  const before = { ...catalogue, ...was };
  const same = JSON.stringify(frozenPlaces(was)) === JSON.stringify(frozenPlaces(is));
  return [before, same ? before : { ...catalogue, ...is }] as const;
}

/** What registers that were replaced would have given without their duplicates, and which those are. */
async function duplicatesIn(warehouse: Warehouse, revised: readonly StandingChange[], from: Date, to: Date) {
  const { pool, catalogue } = warehouse;
  if (revised.some(({ form }) => form === 'B02')) await identifyAll(warehouse);
  const found = [];
  for (const change of revised) {
    const replaced = await replacedRegister(pool, change, from, to);
    const instead = replaced === null ? [] : withoutDuplicates({ ...replaced, period: change.period }, catalogue);
    if (instead.length > 0) found.push({ change, instead });
  }
  return { instead: found.flatMap((each) => each.instead), registers: found.map(({ change }) => change) };
}
