-- The year's plan: for the nation the national one, else the provinces' sum where all of them gave one.
-- On the map asked for; old provinces' plans sum into the new province's where it gave none itself and all of them did.
with by_province as (
  select province.province, plan_given.code, plan_given.sector, plan_given.value_base
  from province join asked using (map) join plan_given using (province)
  union all
  select old.successor, plan_given.code, plan_given.sector, sum(plan_given.value_base)
  from province as old
  join asked on asked.map = '34' and old.map = '63'
  join plan_given using (province)
  join indicator on indicator.code = plan_given.code and indicator.aggregation = 'sum'
  where not exists (
    select from plan_given as own where (own.province, own.code, own.sector) = (old.successor, plan_given.code, plan_given.sector)
  )
  group by old.successor, plan_given.code, plan_given.sector
  having count(*) = (select count(*) from province as each where each.successor = old.successor)
),

summed as (
  select area.area, by_province.code, by_province.sector, sum(by_province.value_base) as plan_base
  from area
  join by_province using (province)
  join indicator using (code)
  group by area.area, by_province.code, by_province.sector, indicator.aggregation
  having count(*) = (select count(*) from area as each where each.area = area.area)
    and (indicator.aggregation = 'sum' or count(*) = 1)
)

select area, code, sector, value_base as plan_base from plan_handed_in where area = 'VN'
union all
select area, code, sector, plan_base
from summed
where not (area = 'VN' and exists (
  select from plan_handed_in where (plan_handed_in.area, plan_handed_in.code, plan_handed_in.sector) = ('VN', summed.code, summed.sector)
))
