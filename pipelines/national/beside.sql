-- Each unit's figure of the period beside the same period's of the year before and the one at the end of that year.
select
  unit,
  code,
  sector,
  present.num,
  present.den,
  present.counted,
  before.num as previous_num,
  before.den as previous_den,
  before.counted as previous_counted,
  at_year_end.num as year_end_num,
  at_year_end.den as year_end_den,
  at_year_end.counted as year_end_counted,
  coalesce(present.made, false) as made,
  coalesce(present.sample, false) or coalesce(before.sample, false) or coalesce(at_year_end.sample, false) as sample
from (select * from unit_figure where period = (select period from asked)) as present
full join (select * from unit_figure where period = (select previous from asked)) as before using (unit, code, sector)
full join (select * from unit_figure where period = (select year_end from asked)) as at_year_end using (unit, code, sector)
