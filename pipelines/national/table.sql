-- The rows in which there is something: a figure, or a plan for one. All others are empty, for missing is not zero.
select
  area,
  code,
  sector,
  actual_num,
  actual_den,
  coalesce(reporting, 0)::int as reporting,
  compared_num,
  compared_den,
  previous_num,
  previous_den,
  coalesce(compared, 0)::int as compared,
  plan_base,
  coalesce(made, false) as made,
  coalesce(sample, false) as sample
from area_figure
full join plan_figure using (area, code, sector)
