import type { Catalogue } from '../../schemas/catalogue';
import type { IndicatorCode, ProvinceId, SectorCode } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import { decimal } from '../../schemas/decimal';
import type { Period } from '../../schemas/period';
import { Quantity } from '../../schemas/quantity';
import type { Earlier } from '../../schemas/submission';

const ofEarlier = `submission.province = $1 and submission.period < $2 and submission.period not like '%..%'
  and receipt < $3 and submission.form = 'B01' and submission.status = 'loaded'`;

/**
 * What a province had said of earlier periods by the files received before this one. It depends on receipt numbers only, so
 * it is the same whenever it is asked, once all those files are taken in.
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
  if (version === 0) return { figures: [], version, late };
  const { rows } = await database.query<{
    code: IndicatorCode;
    sector: SectorCode;
    period: Period;
    value_base: string;
  }>(
    `select distinct on (code, sector) code, sector, period, value_base
     from observation join submission using (submission, province, period, form)
     where ${ofEarlier} and measure = 'actual'
     order by code, sector, period desc, receipt desc, part desc`,
    [province, period, receipt],
  );
  const figures = rows.flatMap(({ value_base, ...figure }) => {
    const unit = catalogue.indicators.get(figure.code)?.unit;
    return unit ? [{ ...figure, amount: Quantity.fromBase(decimal(value_base), unit.dimension) }] : [];
  });
  return { figures, version, late };
}

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

/** Another number with each loading of a report of an earlier period out of the files received before. */
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
