-- The rows in which there is something: a figure, or something to hold one against. All others are empty, for missing is
-- not zero.
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
  year_end_compared_num,
  year_end_compared_den,
  year_end_num,
  year_end_den,
  coalesce(year_end_compared, 0)::int as year_end_compared,
  naive_num,
  naive_den,
  reporting_weight,
  weight,
  plan_base,
  case when actual_num is not null then 'exact' when reported_in.area is not null then 'unavailable' end as on_basis,
  coalesce(made, false) as made,
  coalesce(sample, false) as sample
from area_figure
full join plan_figure using (area, code, sector)
full join reported_in using (area, code, sector)
