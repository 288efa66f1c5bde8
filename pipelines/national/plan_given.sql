-- Each province's own plan: what was handed in as its plan, else what the latest report of the year has beside its figures.
select distinct on (province, code, sector) province, code, sector, value_base, plan, observation
from (
  select area as province, code, sector, value_base, 'plan' as period, plan, null as observation
  from plan_handed_in
  where area <> 'VN'
  union all
  select province, code, sector, value_base, period, null, observation from province_plan
) as each
order by province, code, sector, period = 'plan' desc, period desc
