-- The year's plan: for the nation the national one, else the provinces' sum where all of them gave one.
-- Old provinces' plans sum into the new province's where it gave none itself and all of them did.
with given as (
  select unit.unit, unit.source = unit.unit as own, sources, code, sector, value_base, aggregation
  from plan_given
  join unit on unit.source = plan_given.province
  join indicator using (code)
),

by_unit as (
  select unit, code, sector, value_base, aggregation from given where own
  union all
  select unit, code, sector, sum(value_base), aggregation
  from given
  where not own
    and (aggregation = 'sum' or sources = 1)
    and not exists (
      select from given as better
      where better.own and (better.unit, better.code, better.sector) = (given.unit, given.code, given.sector)
    )
  group by unit, code, sector, sources, aggregation
  having count(*) = sources
),

summed as (
  select area, code, sector, sum(value_base) as plan_base
  from area join by_unit using (unit)
  where exact
  group by area, code, sector, aggregation
  having count(*) = (select count(*) from area as each where each.area = area.area)
    and (aggregation = 'sum' or count(*) = 1)
)

select area, code, sector, value_base as plan_base from plan_handed_in where area = 'VN'
union all
select area, code, sector, plan_base
from summed
where not (area = 'VN' and exists (
  select from plan_handed_in where (plan_handed_in.area, plan_handed_in.code, plan_handed_in.sector) = ('VN', summed.code, summed.sector)
))
