-- Each province's own plan: what was handed in as its plan, else what its reports have beside their figures.
select area as province, code, sector, value_base, plan, null::bigint as observation
from plan_handed_in
where area <> 'VN'
union all
select province, code, sector, value_base, null, observation
from province_plan
where not exists (
  select from plan_handed_in
  where (plan_handed_in.area, plan_handed_in.code, plan_handed_in.sector)
    = (province_plan.province, province_plan.code, province_plan.sector)
)
