import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { mapOf, type Period } from '../../schemas/period';
import { valuesOf } from './asked';
import { modelsVersion, noNestedLoops, withModels } from './models';

/** What a kept thing was made from, beside its input: another catalogue or other models make all of it stale. */
export const versionOf = (catalogueVersion: string) => `${catalogueVersion} ${modelsVersion}`;

/** Whose plan it shares: its year (`2021`), or the term itself. As SQL, as the others. */
const year = (period: string) => `split_part(${period}, '-', 1)`;
/** The input that stands for the plan handed in: of a term that of its last year (`countPlan`). */
const planOf = (period: string) => `right(${year(period)}, 4) || '-Q4'`;
const compared = (period: string) =>
  `${period}, (left(${period}, 4)::int - 1) || substr(${period}, 5), (left(${period}, 4)::int - 1) || '-Q4'`;

/** Whether something of `of` enters the table of a period: its own, those compared with, and its year's, for the plan. As SQL. */
const enters = (of: string, period: string) =>
  `(${year(of)} = ${year(period)} or ${of} in (${compared(period)}, ${planOf(period)}))`;

/**
 * What the table of a period is made from, by period (or year) and province, as SQL: the input of what is kept of its own
 * and those compared with, and how often the plans of its year became other ones; VN: of the plan that was handed in.
 */
export const keptFor = (period: string) => `(
  select coalesce(jsonb_object_agg(key || ' ' || province, mark), '{}')
  from (
    select period as key, province, made_from as mark
    from kept
    where period in (${compared(period)}) or (period = ${planOf(period)} and province = 'VN')
    union all
    select year, province, changed::text from kept_plans where year = ${year(period)} and changed > 0
  ) as each)`;

/**
 * Brings the kept figures of all provinces that enter the table of a period up to date: only those whose input was counted
 * on since. In a transaction.
 *
 * They are never stale in silence, whoever writes at the same time. A change and its count become visible together; the
 * count is read before the facts, so what comes in between makes the figures newer than they say, and they are made once
 * more. Only one at a time makes those of a year, and looks at the counts after it was let in, so that none is overwritten
 * by an older one. Whoever makes plans other ones counts that in the same transaction.
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
  await database.query(`select pg_advisory_xact_lock(hashtextextended('kept ' || ${year('$1')}, 0))`, [period]);
  const { rows } = await database.query<{ area: ProvinceId; made_from: string }>(
    `select area, made_from from (${staleSql}) as input where period = $2`,
    [version, period],
  );
  const provinces = rows.map(({ area }) => area);
  await database.query('delete from kept_figure where period = $1 and province = any($2)', [period, provinces]);
  await database.query(`delete from kept_plan where year = ${year('$1')} and province = any($2)`, [period, provinces]);
  await database.query(
    `${withModels('province_plan', 'facts')},
     figures as (
       insert into kept_figure (period, province, code, sector, num, den, counted, made, sample)
       select period, province, code, sector, num, den, counted, made, sample from province_figure
     ),
     plans as (
       insert into kept_plan (year, province, code, sector, value_base, observation)
       select ${year('$1')}, province, code, sector, value_base, observation from province_plan
       returning province, code, sector, value_base
     ),
     digests as (
       select province, md5(string_agg(concat_ws(' ', code, sector, value_base), ',' order by code, sector)) as digest
       from plans
       group by province
     )
     insert into kept_plans as was (year, province, digest, changed)
     select ${year('$1')}, province, digest, (digest is not null)::int
     from unnest($10::text[]) as province left join digests using (province)
     on conflict (year, province) do update
     set digest = excluded.digest, changed = was.changed + 1
     where was.digest is distinct from excluded.digest`,
    valuesOf({ period, map: mapOf(period), knownAt: null }, { provinces, ownPeriod: true }),
  );
  await database.query(
    `insert into kept (period, province, made_from) select $1, * from unnest($2::text[], $3::text[])
     on conflict (period, province) do update set made_from = excluded.made_from`,
    [period, provinces, rows.map(({ made_from }) => made_from)],
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
