-- The year's plan as handed in, for the nation or for a province, as known at the moment asked about.
select area, code, sector, value_base, plan
from plan cross join asked
where year::text = right(split_part(asked.period, '-', 1), 4)
  and known_from <= plan_at
  and (known_until > plan_at or known_until = 'infinity')
