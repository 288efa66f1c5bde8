-- As in the model of that name, of what is kept.
select kept_plan.period, province, code, sector, value_base, observation
from kept_plan cross join asked
where left(kept_plan.period, 4) = left(asked.period, 4)
  and (asked.codes is null or code = any (asked.codes))
