import type { MapName, ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period, yearBefore } from '../../schemas/period';
import { sqlOf } from './models';

/** What a table is asked for; `knownAt` null: as known now. */
export interface Asked {
  readonly period: Period;
  readonly map: MapName;
  readonly knownAt: Date | null;
  /** What these provinces reported for these periods (plans beside the figures too) is taken as known then instead. */
  readonly moments?: readonly Moment[];
  /** The plan that was handed in by itself is taken as known then instead. */
  readonly planAt?: Date;
}

export interface Moment {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly at: Date;
}

/** A row of the table, figures as quotients of decimals in base units, empty (null) where there is none. */
export interface FigureRow {
  readonly area: string;
  readonly code: string;
  readonly sector: string;
  readonly actual_num: string | null;
  readonly actual_den: string | null;
  readonly reporting: number;
  readonly compared_num: string | null;
  readonly compared_den: string | null;
  readonly previous_num: string | null;
  readonly previous_den: string | null;
  readonly compared: number;
  readonly plan_base: string | null;
  readonly made: boolean;
  readonly sample: boolean;
}

const columns =
  'area, code, sector, actual_num, actual_den, reporting, compared_num, compared_den, previous_num, previous_den, compared, plan_base, made, sample';

/** The parameters of the models; one's own come after them. */
export const valuesOf = ({ period, map, knownAt, moments = [], planAt }: Asked) => [
  period,
  yearBefore(period),
  map,
  knownAt ?? 'infinity',
  planAt ?? knownAt ?? 'infinity',
  JSON.stringify(moments),
];

const isKept = ({ knownAt, moments = [], planAt }: Asked) =>
  knownAt === null && moments.length === 0 && planAt === undefined;

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
  const input = await database.query<{ version: string | null }>('select version from input where period = $1', [
    period,
  ]);
  const madeFrom = `${catalogueVersion} ${input.rows[0]?.version ?? 0}`;
  const there = await database.query('select from rollup where (period, map, made_from) = ($1, $2, $3)', [
    period,
    map,
    madeFrom,
  ]);
  if (there.rows.length > 0) return false;
  await noNestedLoops(database);
  await database.query('delete from figure where (period, map) = ($1, $2)', [period, map]);
  await database.query(
    `insert into figure (period, map, ${columns}) select $1, $3, ${columns} from (${sqlOf('table')}) as national`,
    valuesOf({ period, map, knownAt: null }),
  );
  await database.query(
    `insert into rollup (period, map, made_from, rolled_up_at) values ($1, $2, $3, $4)
     on conflict (period, map) do update set made_from = excluded.made_from, rolled_up_at = excluded.rolled_up_at`,
    [period, map, madeFrom, now],
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
     where (select count(*) from rollup where rollup.period = input.period and made_from = $1 || ' ' || input.version) < 2
       and exists (select from observation where observation.period = input.period)
     order by period`,
    [catalogueVersion],
  );
  return rows.map(({ period }) => period);
}
