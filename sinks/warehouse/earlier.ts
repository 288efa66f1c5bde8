import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import { isTerm, type Period, yearOf } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { Earlier } from '../../schemas/submission';
import { usualSizes } from './usual-sizes';

/** So many periods of reports are looked back upon: five years of quarters. */
const periodsKept = 20;

/** What was taken back before the file came is heard no more; what is taken back after it changes nothing. */
const ofEarlier = `submission.province = $1 and receipt < $3 and submission.status = 'loaded'
  and (submission.withdrawn_at is null
       or submission.withdrawn_at > coalesce((select received_at from receipt where receipt = $3), 'infinity'))
  and (submission.form = 'B01' and submission.period < $2 and submission.period not like '%..%'
       or submission.form = 'B02' and submission.period = $2)`;

/**
 * What a province had said of earlier periods, and its register of this one, by the files received before this one; its plan
 * as it stood then, and how the other provinces' figures were in the edition that was published last then: of those that are
 * being taken in nobody knows yet which will stand. It depends on receipt numbers and times of receipt only, so it is the same
 * whenever it is asked, once all those files are taken in.
 */
export async function earlierThan(
  database: Database,
  catalogue: Catalogue,
  receipt: number,
  province: ProvinceId,
  period: Period,
): Promise<Earlier> {
  // Asked first: what comes in between makes the version at loading another one, never the same for other figures.
  const version = await versionOfEarlier(database, receipt, province, period);
  const late = await lateness(database, receipt, period);
  const { rows } = await database.query<Row>(knownSql, [
    province,
    period,
    receipt,
    periodsKept,
    isTerm(period) ? null : yearOf(period),
  ]);
  const from = (source: Row['source']) =>
    rows.filter((row) => row.source === source).flatMap((row) => figuresOf(row, catalogue));
  const others = await usualSizes(database, catalogue, receipt, period);
  return { figures: from('report'), register: from('register'), plans: from('plan'), others, version, late };
}

interface Row {
  readonly source: 'report' | 'register' | 'plan';
  readonly code: IndicatorCode;
  readonly sector: SectorCode;
  /** `2019-Q4 409;2019-Q3 405`, in base units: a row for each of them took four times as long. */
  readonly said: string;
}

function figuresOf({ code, sector, said }: Row, catalogue: Catalogue): Earlier['figures'] {
  const unit = catalogue.indicators.get(code)?.unit;
  if (unit === undefined) return [];
  return said.split(';').map((one) => {
    const [period = '', base = ''] = one.split(' ');
    return { code, sector, period: period as Period, amount: Quantity.fromBase(decimal(base), unit.dimension) };
  });
}

/** $4: so many periods of reports; $5: the year of the plan. Of several reports of a period the last one received is heard. */
const knownSql = `
with earlier as (
  select distinct on (form, period) submission, province, period, form
  from submission
  where ${ofEarlier}
  order by form, period desc, receipt desc, part desc
),
looked_back as (
  (select * from earlier where form = 'B01' order by period desc limit $4)
  union all
  select * from earlier where form = 'B02'
),
said as (
  select form, measure, code, sector, period, value_base
  from looked_back join observation using (submission, province, period, form)
),
at as (select coalesce((select received_at from receipt where receipt = $3), 'infinity') as received),
planned as (
  select distinct on (code, sector) code, sector, period, value_base
  from (
    select code, sector, 'taken in' as period, value_base
    from plan, at
    where (year, area) = ($5, $1) and known_from <= received and (known_until > received or known_until = 'infinity')
    union all
    select code, sector, period, value_base from said where measure = 'plan' and left(period, 4)::int = $5
  ) as plans
  order by code, sector, period desc
)
select case form when 'B01' then 'report' else 'register' end as source, code, sector,
  string_agg(period || ' ' || value_base, ';') as said
from said where measure = 'actual'
group by form, code, sector
union all
select 'plan', code, sector, $2 || ' ' || value_base from planned`;

/** The days are Vietnam's, as ISO dates. */
async function lateness(database: Database, receipt: number, period: Period): Promise<Earlier['late']> {
  const { rows } = await database.query<{ dueOn: string; receivedOn: string }>(
    `select due_on as "dueOn", (received_at at time zone 'Asia/Ho_Chi_Minh')::date as "receivedOn"
     from receipt, period_life
     where receipt = $1 and period = $2 and (received_at at time zone 'Asia/Ho_Chi_Minh')::date > due_on`,
    [receipt, period],
  );
  return rows[0] ?? null;
}

/** Another number with each loading of what `earlierThan` hears: reports of earlier periods and this period's register. */
export async function versionOfEarlier(
  database: Database,
  receipt: number,
  province: ProvinceId,
  period: Period,
): Promise<number> {
  const { rows } = await database.query<{ version: number }>(
    `select coalesce(sum(loads), 0)::int as version from submission where ${ofEarlier}`,
    [province, period, receipt],
  );
  return rows[0]?.version ?? 0;
}
