import type { MapName } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period } from '../../schemas/period';
import { type Asked, isKept, valuesOf } from './asked';
import { sqlOf } from './models';

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
 * Rolls up one period on one map, unless the table that is there was made from the same input. Returns whether it did.
 * To be run in a transaction of its own. The input is counted before the figures are read, so what is loaded in between
 * can only make the table newer than it says, and it is rolled up once more.
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
  const input = await database.query<{ made_from: string }>(`select ${madeFrom('$2')} as made_from`, [
    catalogueVersion,
    period,
  ]);
  const from = input.rows[0]?.made_from;
  const there = await database.query('select from rollup where (period, map, made_from) = ($1, $2, $3)', [
    period,
    map,
    from,
  ]);
  if (there.rows.length > 0) return false;
  await noNestedLoops(database);
  await database.query('delete from figure where (period, map) = ($1, $2)', [period, map]);
  await database.query(
    `insert into figure (period, map, ${columns}) select $1, $4::text, ${columns} from (${sqlOf('table')}) as national`,
    valuesOf({ period, map, knownAt: null }),
  );
  await database.query(
    `insert into rollup (period, map, made_from, rolled_up_at) values ($1, $2, $3, $4)
     on conflict (period, map) do update set made_from = excluded.made_from, rolled_up_at = excluded.rolled_up_at`,
    [period, map, from, now],
  );
  return true;
}

/** The rows of a table: of the kept one, which has to be fresh, or drawn anew as it was known at a moment. In a transaction. */
export async function figures(database: Database, asked: Asked): Promise<FigureRow[]> {
  if (!isKept(asked)) {
    await noNestedLoops(database);
    return (await database.query<FigureRow>(sqlOf('table'), valuesOf(asked))).rows;
  }
  const { rows } = await database.query<FigureRow>(`select ${columns} from figure where (period, map) = ($1, $2)`, [
    asked.period,
    asked.map,
  ]);
  return rows;
}

/**
 * The models read each other as CTEs, of which PostgreSQL has no statistics: it expects one row and would nest loops over
 * thousands (measured on 63 provinces and two years: more than 60 s; with hash joins 0,2 s), and would compile what runs
 * once. For this transaction only.
 */
export async function noNestedLoops(database: Database): Promise<void> {
  await database.query('set local enable_nestloop = off; set local jit = off');
}

/** Periods whose kept tables are not made from what is there now. */
export async function stalePeriods(database: Database, catalogueVersion: string): Promise<Period[]> {
  const { rows } = await database.query<{ period: Period }>(
    `select period from input
     where (select count(*) from rollup where rollup.period = input.period and made_from = ${madeFrom('input.period')}) < 2
       and exists (select from observation where observation.period = input.period)
     order by period`,
    [catalogueVersion],
  );
  return rows.map(({ period }) => period);
}

/** The input of a table, as SQL: the catalogue ($1), its period's count, and that of the end of the year before. */
const madeFrom = (period: string) => `concat_ws(' ', $1::text,
  coalesce((select version from input as own where own.period = ${period}), 0),
  coalesce((select version from input as year_end where year_end.period = (left(${period}, 4)::int - 1) || '-Q4'), 0))`;
