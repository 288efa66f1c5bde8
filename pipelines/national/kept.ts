import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period } from '../../schemas/period';
import { valuesOf } from './asked';
import { modelsVersion, noNestedLoops, withModels } from './models';

/** What a kept thing was made from, beside its input: another catalogue or other models make all of it stale. */
export const versionOf = (catalogueVersion: string) => `${catalogueVersion} ${modelsVersion}`;

/** Whether an input enters the table of a period: its own, those compared with, and its year's, for the plan. As SQL. */
export const enters = (period: string) => `(left(input.period, 4) = left(${period}, 4)
  or input.period in ((left(${period}, 4)::int - 1) || substr(${period}, 5), (left(${period}, 4)::int - 1) || '-Q4'))`;

/**
 * Brings the kept figures of all provinces that enter the table of a period up to date: only those whose input was counted
 * on since. In a transaction.
 *
 * They are never stale in silence, whoever writes at the same time. A change and its count become visible together; the
 * count is read before the facts, so what comes in between makes the figures newer than they say, and they are made once
 * more. Only one at a time makes those of a period, and looks at the counts after it was let in, so that none is
 * overwritten by an older one.
 */
export async function keep(database: Database, period: Period, version: string): Promise<void> {
  const stale = await database.query<{ period: Period }>(
    `select distinct period from (${staleSql}) as input where ${enters('$2')} order by period`,
    [version, period],
  );
  if (stale.rows.length > 0) await noNestedLoops(database);
  for (const each of stale.rows) await keepPeriod(database, each.period, version);
}

async function keepPeriod(database: Database, period: Period, version: string): Promise<void> {
  await database.query("select pg_advisory_xact_lock(hashtextextended('kept ' || $1, 0))", [period]);
  const { rows } = await database.query<{ area: ProvinceId; made_from: string }>(
    `select area, made_from from (${staleSql}) as input where period = $2`,
    [version, period],
  );
  const provinces = rows.map(({ area }) => area);
  for (const table of ['kept_figure', 'kept_plan'])
    await database.query(`delete from ${table} where period = $1 and province = any($2)`, [period, provinces]);
  await database.query(
    `${withModels('province_plan', 'facts')},
     figures as (
       insert into kept_figure (period, province, code, sector, num, den, counted, made, sample)
       select period, province, code, sector, num, den, counted, made, sample from province_figure
     )
     insert into kept_plan (period, province, code, sector, value_base, observation)
     select period, province, code, sector, value_base, observation from province_plan where period = $1`,
    valuesOf({ period, map: mapOf(period), knownAt: null }, { provinces, ownPeriod: true }),
  );
  await database.query(
    `insert into kept (period, province, made_from) select $1, * from unnest($2::text[], $3::text[])
     on conflict (period, province) do update set made_from = excluded.made_from`,
    [period, provinces, rows.map(({ made_from }) => made_from)],
  );
}

/** The inputs that were counted on since the figures were made from them, or the version ($1) is another one. */
const staleSql = `
select input.period, area, concat_ws(' ', $1::text, version) as made_from
from input
left join kept on (kept.period, kept.province) = (input.period, area)
where kept.made_from is distinct from concat_ws(' ', $1::text, version)`;
