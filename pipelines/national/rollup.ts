import type { MapName } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period } from '../../schemas/period';
import { type Asked, isKept, valuesOf } from './asked';
import { keep, keptFor, keptStale, versionOf } from './kept';
import { noNestedLoops, withModels } from './models';

export type { Asked } from './asked';

/** A row of the table, figures as quotients of decimals in base units, empty (null) where there is none. */
export type FigureRow = Readonly<
  Record<'area' | 'code' | 'sector', string> &
    Record<(typeof quotients)[number], string | null> &
    Record<'reporting' | 'compared' | 'year_end_compared', number> &
    Record<'made' | 'sample', boolean>
> & { readonly on_basis: 'exact' | 'unavailable' | null };

const quotients = [
  ...(['actual_num', 'actual_den', 'compared_num', 'compared_den', 'previous_num', 'previous_den'] as const),
  ...(['year_end_compared_num', 'year_end_compared_den', 'year_end_num', 'year_end_den'] as const),
  ...(['naive_num', 'naive_den', 'reporting_weight', 'weight', 'plan_base'] as const),
] as const;
const columns = [
  ...['area', 'code', 'sector', ...quotients],
  ...['reporting', 'compared', 'year_end_compared', 'made', 'sample', 'on_basis'],
].join(', ');

/** The maps on which a period's table is kept: its own, and the other one where it can be had in part. */
export const mapsOf = (period: Period): readonly MapName[] => (mapOf(period) === '63' ? ['63', '34'] : ['34', '63']);

/**
 * Rolls up one period on one map, unless the table that is there was made from the same; of a table that is there only the
 * areas into which something came that is another one since. Returns whether it did.
 * To be run in a transaction of its own. What the kept figures were made from is read before they are, so what comes in
 * between can only make the table newer than it says, and it is rolled up once more.
 */
export async function rollUp(
  database: Database,
  period: Period,
  map: MapName,
  catalogueVersion: string,
  now: Date,
): Promise<boolean> {
  await database.query("select pg_advisory_xact_lock(hashtextextended('rollup ' || $1 || ' ' || $2, 0))", [
    period,
    map,
  ]);
  const version = versionOf(catalogueVersion);
  await keep(database, period, version);
  const { rows } = await database.query<{ inputs: Inputs; was: Inputs | null }>(
    `select ${keptFor('$1::text')} as inputs,
            (select inputs from rollup where (period, map, version) = ($1, $2, $3)) as was`,
    [period, map, version],
  );
  const { inputs = {}, was = null } = rows[0] ?? {};
  const changed = changedInputs(was, inputs);
  if (changed?.length === 0) return false;
  await noNestedLoops(database);
  const asked: Asked = { period, map, knownAt: null };
  const areas = changed && (await areasOf(database, asked, changed));
  // Where a changed report reaches no area of this map, its rows stay as they are.
  if (areas === null || areas.length > 0) await remake(database, asked, areas);
  await database.query(
    `insert into rollup (period, map, version, inputs, rolled_up_at) values ($1, $2, $3, $4, $5)
     on conflict (period, map) do update
     set version = excluded.version, inputs = excluded.inputs, rolled_up_at = excluded.rolled_up_at`,
    [period, map, version, inputs, now],
  );
  return true;
}

/** Makes the rows of these areas (null: all of them) anew. */
async function remake(database: Database, asked: Asked, areas: readonly string[] | null): Promise<void> {
  await database.query('delete from figure where (period, map) = ($1, $2) and ($3::text[] is null or area = any($3))', [
    asked.period,
    asked.map,
    areas,
  ]);
  await database.query(
    `${withModels('table', 'kept')} insert into figure (period, map, ${columns}) select $1, $4, ${columns} from "table"`,
    valuesOf(asked, { areas }),
  );
}

/** What a table was made from (`keptFor`). */
type Inputs = Readonly<Record<string, string>>;

/** The areas of the inputs that are other ones; null: all has to be made. */
function changedInputs(was: Inputs | null, inputs: Inputs): string[] | null {
  if (was === null) return null;
  const changed = Object.keys(inputs).filter((key) => inputs[key] !== was[key]);
  const areas = changed.map((key) => key.split(' ')[1] as string);
  return areas.includes('VN') ? null : areas;
}

/** The areas of a table that these provinces' figures reach. */
async function areasOf(database: Database, asked: Asked, provinces: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ area: string }>(
    `${withModels('area', 'kept')} select distinct area from area join unit using (unit) where source = any($12)`,
    [...valuesOf(asked), provinces],
  );
  return rows.map(({ area }) => area);
}

/** The rows of a table: of the kept one, which has to be fresh, or drawn anew as it was known at a moment. In a transaction. */
export async function figures(database: Database, asked: Asked): Promise<FigureRow[]> {
  if (!isKept(asked)) {
    await noNestedLoops(database);
    return (await database.query<FigureRow>(`${withModels('table', 'facts')} select * from "table"`, valuesOf(asked)))
      .rows;
  }
  const { rows } = await database.query<FigureRow>(`select ${columns} from figure where (period, map) = ($1, $2)`, [
    asked.period,
    asked.map,
  ]);
  return rows;
}

/** When a kept table was made; nothing in it has changed since. Throws where there is none. */
export async function rolledUpAt(database: Database, { period, map }: Pick<Asked, 'period' | 'map'>): Promise<Date> {
  const { rows } = await database.query<{ rolled_up_at: Date }>(
    'select rolled_up_at from rollup where (period, map) = ($1, $2)',
    [period, map],
  );
  if (rows[0] === undefined) throw new Error(`the table of ${period} on the map of the ${map} is not kept`);
  return rows[0].rolled_up_at;
}

/** Periods that were reported for and whose kept tables may not be made from what is there now: whether the plans of the year are other ones, only `rollUp` finds out. */
export async function stalePeriods(database: Database, catalogueVersion: string): Promise<Period[]> {
  const { rows } = await database.query<{ period: Period }>(
    `select period from (select distinct period from input where area <> 'VN') as reported
     where ${keptStale('reported.period')} or (
       select count(*) from rollup
       where rollup.period = reported.period and version = $1 and inputs = ${keptFor('reported.period')}
     ) < 2
     order by period`,
    [versionOf(catalogueVersion)],
  );
  return rows.map(({ period }) => period);
}
