import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period } from '../../schemas/period';
import { valuesOf } from './asked';
import { modelsVersion, noNestedLoops, withModels } from './models';

/** What a kept thing was made from, beside its input: another catalogue or other models make all of it stale. */
export const versionOf = (catalogueVersion: string) => `${catalogueVersion} ${modelsVersion}`;

/** Whether something of `of` enters the table of a period: its own, those compared with, and its year's, for the plan. As SQL. */
const enters = (of: string, period: string) => `(left(${of}, 4) = left(${period}, 4)
  or ${of} in ((left(${period}, 4)::int - 1) || substr(${period}, 5), (left(${period}, 4)::int - 1) || '-Q4'))`;

/**
 * What is kept of all that enters the table of a period, by period and province, as SQL: what it was made from; of the
 * year's other quarters how often their plans became other ones, for nothing else of them enters.
 */
export const keptFor = (period: string) => `(
  select coalesce(jsonb_object_agg(kept.period || ' ' || province, mark) filter (where mark is not null), '{}')
  from kept
  cross join lateral (
    select case
      when left(kept.period, 4) = left(${period}, 4) and kept.period <> ${period} and province <> 'VN'
        then nullif(plans_changed, 0)::text
      else made_from
    end as mark
  ) as each
  where ${enters('kept.period', period)})`;

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
    `select distinct period from (${staleSql}) as input where ${enters('period', '$2')} order by period`,
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
     ),
     plans as (
       insert into kept_plan (period, province, code, sector, value_base, observation)
       select period, province, code, sector, value_base, observation from province_plan where period = $1
       returning province, code, sector, value_base
     ),
     planned as (
       select province, md5(string_agg(concat_ws(' ', code, sector, value_base), ',' order by code, sector)) as plans
       from plans
       group by province
     )
     insert into kept (period, province, made_from, plans, plans_changed)
     select $1, province, made_from, plans, (plans is not null)::int
     from unnest($10::text[], $12::text[]) as each (province, made_from) left join planned using (province)
     on conflict (period, province) do update
     set made_from = excluded.made_from,
         plans = excluded.plans,
         plans_changed = kept.plans_changed + (kept.plans is distinct from excluded.plans)::int`,
    [
      ...valuesOf({ period, map: mapOf(period), knownAt: null }, { provinces, ownPeriod: true }),
      rows.map(({ made_from }) => made_from),
    ],
  );
}

/** Whether some of what enters the table of a period is kept as it no longer is; version: $1. As SQL. */
export const keptStale = (period: string) =>
  `exists (select from (${staleSql}) as stale where ${enters('period', period)})`;

/** The inputs that were counted on since the figures were made from them, or the version ($1) is another one. */
const staleSql = `
select input.period, area, concat_ws(' ', $1::text, version) as made_from
from input
left join kept on (kept.period, kept.province) = (input.period, area)
where kept.made_from is distinct from concat_ws(' ', $1::text, version)`;
