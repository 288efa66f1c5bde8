import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Period } from '../../schemas/period';

/** What became of the points that a province was told of in one period. */
export interface Effect {
  readonly province: ProvinceId;
  readonly period: Period;
  readonly told: number;
  /** No longer there in a later report, or decided about. */
  readonly mended: number;
  /** From the mail to the report that mends, in hours; null where nothing was mended. */
  readonly hours: number | null;
  /** Of those told, the ones that this province was told of for an earlier period too. */
  readonly repeated: number;
}

/** By province and period, where a verdict went out; of one province or period where it is given. */
export async function effects(
  database: Database,
  only: { readonly period: Period | null; readonly province: ProvinceId | null },
): Promise<Effect[]> {
  const { rows } = await database.query<Effect>(effectSql, [only.period, only.province]);
  return rows;
}

/** The share of a period's provinces whose report had nothing to look at, at first and in the end. */
export interface CleanRate {
  readonly period: Period;
  readonly provinces: number;
  /** Provinces whose first report had no error and no warning. */
  readonly first: number;
  /** Provinces of whose report none is open, when the period was closed or, if it is not, now. */
  readonly last: number;
}

/** By period, the earliest first. */
export async function cleanRates(database: Database): Promise<CleanRate[]> {
  const { rows } = await database.query<CleanRate>(cleanSql);
  return rows;
}

/**
 * A point is the same as another one if rule, indicator and sector are, and the text where there is no indicator. It is
 * mended by the first later report that has no such point, or by a decision.
 */
const effectSql = `
with point as (
  select distinct on (submission.province, submission.period, submission.form, told.rule, told.code, told.sector, same_raw)
    submission.province, submission.period, submission.form, submission.receipt, told.finding, told.rule, told.code, told.sector,
    case when told.code is null then told.raw end as same_raw, sent.at
  from told
  join submission on submission.submission = told.submission
  join letter on letter.letter = told.letter
  join lateral (select min(ended_at) as at from mail where mail.letter = letter.letter and mail.status = 'sent') as sent on sent.at is not null
  order by submission.province, submission.period, submission.form, told.rule, told.code, told.sector, same_raw, sent.at
),
outcome as (
  select point.*,
    least(
      (select min(later.received_at)
       from submission as later
       where (later.province, later.period, later.form) = (point.province, point.period, point.form)
         and later.status = 'loaded' and later.withdrawn_at is null and later.receipt > point.receipt
         and not exists (
           select from finding
           where finding.submission = later.submission and finding.rule = point.rule
             and finding.code is not distinct from point.code and finding.sector is not distinct from point.sector
             and (point.code is not null or finding.raw is not distinct from point.same_raw))),
      (select max(decided_at) from decision join finding using (finding)
       where decision.finding = point.finding and finding.status <> 'open')) as mended_at,
    exists (
      select from point as earlier
      where earlier.province = point.province and earlier.period < point.period and earlier.rule = point.rule
        and earlier.code is not distinct from point.code and earlier.sector is not distinct from point.sector
        and earlier.same_raw is not distinct from point.same_raw) as repeated
  from point
)
select province, period, count(*)::int as told, count(mended_at)::int as mended,
  round((percentile_cont(0.5) within group (order by extract(epoch from mended_at - at)) filter (where mended_at is not null) / 3600)::numeric, 1)::float as hours,
  count(*) filter (where repeated)::int as repeated
from outcome
where ($1::text is null or period = $1) and ($2::text is null or province = $2)
group by province, period
order by period, province`;

const cleanSql = `
with report as (
  select province, period, form, submission, received_at from submission
  where form = 'B01' and status <> 'refused' and not sample and period not like '%..%'
),
first as (
  select distinct on (province, period) province, period,
    not exists (select from finding where finding.submission = report.submission and severity <> 'note') as clean
  from report
  order by province, period, received_at
),
last as (
  select distinct on (province, period) standing.province, standing.period,
    not exists (
      select from finding
      where finding.submission = standing.submission and severity <> 'note'
        and (status = 'open' or (select max(decided_at) from decision where decision.finding = finding.finding) > closed_at)) as clean
  from standing
  join report using (province, period, form, submission)
  left join period_life using (period)
  where known_from < coalesce(closed_at, 'infinity') and known_until >= coalesce(closed_at, 'infinity')
  order by province, period, known_from desc
)
select period, count(*)::int as provinces, count(*) filter (where first.clean)::int as first, count(*) filter (where last.clean)::int as last
from first left join last using (province, period)
group by period
order by period`;
