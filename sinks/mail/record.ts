import { card } from '../../config/mail';
import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { type Period, quarter, yearOf } from '../../schemas/period';
import { cleanRates, effects } from './effect';

/** How a province did in one period; `received` null: it did not report. */
export interface PeriodRecord {
  readonly period: Period;
  readonly received: Date | null;
  /** 0: in time; null: no due date is known. */
  readonly lateDays: number | null;
  /** In its first report of the period. */
  readonly errors: number;
  readonly warnings: number;
  readonly first: number;
  readonly told: number;
  readonly mended: number;
  readonly hours: number | null;
  /** Provinces that reported, and those of them whose first report was clean. */
  readonly nation: number;
  readonly nationClean: number;
}

/** What a report card is written from: the last quarters from the first report on, the latest first, and what was told in this one and before. */
export interface ProvinceRecord {
  readonly periods: readonly PeriodRecord[];
  readonly recurring: readonly { readonly about: string; readonly message: string; readonly periods: number }[];
}

export async function recordOf(
  database: Database,
  province: ProvinceId,
  period: Period,
  catalogue: Catalogue,
  zone: string,
): Promise<ProvinceRecord> {
  const periods = quartersBack(period);
  const { rows } = await database.query<{
    period: Period;
    received: Date;
    late_days: number | null;
    errors: number;
    warnings: number;
  }>(firstSql, [province, periods, zone]);
  const told = await effects(database, { period: null, province });
  const nation = await cleanRates(database);
  return {
    periods: periods.map((each) => {
      const own = rows.find((row) => row.period === each);
      const effect = told.find((row) => row.period === each);
      const clean = nation.find((row) => row.period === each);
      const [errors, warnings] = [own?.errors ?? 0, own?.warnings ?? 0];
      return {
        period: each,
        received: own?.received ?? null,
        lateDays: own?.late_days ?? null,
        ...{ errors, warnings, first: errors + warnings },
        ...{ told: effect?.told ?? 0, mended: effect?.mended ?? 0, hours: effect?.hours ?? null },
        ...{ nation: clean?.provinces ?? 0, nationClean: clean?.first ?? 0 },
      };
    }),
    recurring: await recurring(database, province, period, catalogue),
  };
}

/** That quarter and the ones before it. */
function quartersBack(period: Period): Period[] {
  const last = yearOf(period) * 4 + Number(period.slice(-1)) - 1;
  return Array.from({ length: card.quarters }, (_, back) =>
    quarter(Math.floor((last - back) / 4), ((last - back) % 4) + 1),
  );
}

const firstSql = `
select distinct on (period) period, received_at as received,
  case when due_on is not null then greatest((received_at at time zone $3)::date - due_on, 0) end as late_days,
  (select count(*)::int from finding where finding.submission = submission.submission and severity = 'error') as errors,
  (select count(*)::int from finding where finding.submission = submission.submission and severity = 'warning') as warnings
from submission left join period_life using (period)
where province = $1 and period = any($2) and form = 'B01' and status <> 'refused'
order by period, received_at`;

async function recurring(
  database: Database,
  province: ProvinceId,
  period: Period,
  { indicators, sectors }: Catalogue,
): Promise<ProvinceRecord['recurring']> {
  const { rows } = await database.query<{
    code: IndicatorCode;
    sector: SectorCode | null;
    message: string;
    periods: number;
  }>(recurringSql, [province, period]);
  return rows.map(({ code, sector, message, periods }) => {
    const indicator = indicators.get(code)?.label ?? code;
    const part = sector === null || sector === 'all' ? '' : `, ${sectors.get(sector)?.label ?? sector}`;
    return { about: `${indicator}${part}`, message, periods };
  });
}

const recurringSql = `
with point as (
  select told.rule, told.code, told.sector, letter.period, finding.message
  from told
  join letter on letter.letter = told.letter
  left join finding on finding.finding = told.finding
  where letter.province = $1 and letter.period <= $2 and told.code is not null
)
select code, sector, max(message) filter (where period = $2) as message, count(distinct period)::int as periods
from point
group by rule, code, sector
having bool_or(period = $2) and count(distinct period) > 1
order by count(distinct period) desc, code, sector
limit 10`;
