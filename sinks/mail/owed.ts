import type { ProvinceId } from '../../schemas/codes';
import type { Database } from '../../schemas/database';
import type { Period } from '../../schemas/period';

/** What a province has sent for a period, and what of it is wanting. */
export interface Owed {
  readonly province: ProvinceId;
  readonly reports: readonly { readonly form: string; readonly submission: string }[];
  /** Figures that could not be loaded and that nobody has decided about. */
  readonly errors: number;
  /** What the check for required indicators said; null: none is missing. */
  readonly missing: string | null;
}

/** The provinces of a map that owe something for the period: a report, figures, or an answer. */
export async function owedFor(database: Database, period: Period, map: string): Promise<Owed[]> {
  const { rows } = await database.query<Owed>(
    `with open as (
       select province, form, standing.submission, rule, severity, message
       from standing
       left join finding on finding.submission = standing.submission and finding.status = 'open'
       where period = $1 and known_until = 'infinity'
     )
     select province.province,
            coalesce(jsonb_agg(distinct jsonb_build_object('form', form, 'submission', submission)) filter (where form is not null), '[]') as reports,
            count(*) filter (where severity = 'error')::int as errors,
            min(message) filter (where rule = 'indicator.missing') as missing
     from province left join open using (province)
     where map = $2
     group by province.province
     having count(form) = 0 or bool_or(severity = 'error' or rule = 'indicator.missing')
     order by province.province`,
    [period, map],
  );
  return rows;
}
