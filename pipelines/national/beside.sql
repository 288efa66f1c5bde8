-- Each unit's figure of the period beside the same period's of the year before and the one at the end of that year.
select
  unit,
  code,
  sector,
  max(num) filter (where present) as num,
  max(den) filter (where present) as den,
  bool_or(counted) filter (where present) as counted,
  max(num) filter (where before) as previous_num,
  max(den) filter (where before) as previous_den,
  bool_or(counted) filter (where before) as previous_counted,
  max(num) filter (where at_year_end) as year_end_num,
  max(den) filter (where at_year_end) as year_end_den,
  bool_or(counted) filter (where at_year_end) as year_end_counted,
  coalesce(bool_or(made) filter (where present), false) as made,
  bool_or(sample) as sample
from unit_figure
cross join asked
cross join lateral (
  select
    unit_figure.period = asked.period as present,
    unit_figure.period = asked.previous as before,
    unit_figure.period = asked.year_end as at_year_end
) as side
group by unit, code, sector
