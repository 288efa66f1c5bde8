-- As in the model of that name, of what is kept.
select province, code, sector, value_base, observation
from kept_plan cross join asked
where year = split_part(asked.period, '-', 1) and (asked.codes is null or code = any (asked.codes))
