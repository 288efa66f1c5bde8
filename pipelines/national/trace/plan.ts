import type { Catalogue } from '../../../schemas/catalogue';
import type { Database } from '../../../schemas/database';
import type { TableRow } from '../../../schemas/table';
import { type Asked, isKept, valuesOf } from '../asked';
import { withModels } from '../models';
import type { Side } from './formula';
import { type Fact, leafOf } from './leaf';

/** What an area's plan comes from: the line of the national one, or those of its provinces. */
export async function planSide(database: Database, asked: Asked, row: TableRow, catalogue: Catalogue): Promise<Side> {
  const { rows } = await database.query<Fact>(
    `${withModels('plan_figure', isKept(asked) ? 'kept' : 'facts')},
     national as (
       select null as province, plan, null::bigint as observation
       from plan_handed_in
       where $12 = 'VN' and (area, code, sector) = ('VN', $13, $14)
     ),
     own as (
       select plan_given.province, plan, observation, source = unit.unit as own, unit.unit
       from plan_given join unit on unit.source = plan_given.province join area using (unit)
       where (area, code, sector) = ($12, $13, $14)
     ),
     chosen as (
       select * from national
       union all
       select province, plan, observation
       from own
       where not exists (select from national)
         and (own or not exists (select from own as better where better.own and better.unit = own.unit))
     ),
     -- Found by their index: of all facts 0,1 s was read.
     fact as (
       select observation.*
       from observation
       where code = $13
         and province = any (array(select province from chosen))
         and period = any (array(
           select distinct input.period from input cross join asked where split_part(input.period, '-', 1) = split_part(asked.period, '-', 1)
         ))
     )
     select
       chosen.province, o.form, $13 as code, $14 as sector,
       coalesce(o.value_base, plan.value_base) as value_base,
       coalesce(o.raw, plan.raw) as raw,
       coalesce(o.unit_reported, plan.unit_reported) as unit_reported,
       coalesce(o.locator, plan.locator) as locator,
       '[]'::jsonb as also,
       o.conversion,
       o.submission,
       coalesce(receipt.file_name, plan.file_name) as file_name
     from chosen
     left join plan using (plan)
     left join fact as o on (o.province, o.observation) = (chosen.province, chosen.observation)
     left join submission using (submission)
     left join receipt using (receipt)
     order by chosen.province`,
    [...valuesOf(asked, { codes: [row.indicator.code], areas: [row.area] }), row.area, row.indicator.code, row.sector],
  );
  return { how: 'sum', leaves: rows.map((fact) => leafOf('term', fact, false, catalogue)) };
}
