import type { Database } from '../../schemas/database';
import type { Stake } from '../../schemas/stake';

/** Of these findings the ones that speak of figures which go into national ones, once for each figure. */
export async function stakesOf(database: Database, findings: readonly string[]): Promise<Stake[]> {
  const { rows } = await database.query<Stake>(
    `with asked as (
       select finding, rule, severity, finding.status, cell.proposal, cell.code, coalesce(cell.sector, 'all') as sector,
              submission, period
       from finding join submission using (submission),
            lateral (select finding.code, finding.sector, finding.measure, finding.proposal
                     union all
                     select other.code, other.sector, other.measure, other.proposal
                     from jsonb_to_recordset(others -> 'cells')
                       as other (code text, sector text, measure text, proposal jsonb)
                     where others ->> 'wrong' = 'all') as cell
       where finding = any($1) and cell.code is not null and coalesce(cell.measure, 'actual') = 'actual'
     ),
     national as (
       select period, code, sector, sum(abs(value_base)) as national, count(*)::int as provinces
       from observation
       where known_until = 'infinity' and measure = 'actual' and period in (select period from asked)
       group by period, code, sector
     )
     select finding, rule, severity, asked.status, asked.period, asked.code, asked.sector, proposal,
            value_base::text as value, coalesce(national, 0)::text as national, coalesce(provinces, 0) as provinces
     from asked
     left join observation as own
       on (own.submission, own.code, own.sector) = (asked.submission, asked.code, asked.sector)
      and own.measure = 'actual' and own.known_until = 'infinity'
     left join national on (national.period, national.code, national.sector) = (asked.period, asked.code, asked.sector)`,
    [findings],
  );
  return rows;
}
