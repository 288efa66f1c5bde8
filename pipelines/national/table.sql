-- One row for each area, indicator and sector of the catalogue, empty where nothing was reported: missing is not zero.
select
  area.area,
  indicator.code,
  indicator_sector.sector,
  actual_num,
  actual_den,
  coalesce(reporting, 0)::int as reporting,
  compared_num,
  compared_den,
  previous_num,
  previous_den,
  coalesce(compared, 0)::int as compared,
  plan_base,
  area.expected::int,
  coalesce(made, false) as made,
  coalesce(sample, false) as sample
from (select area, count(*) as expected from area group by area) as area
cross join indicator
join indicator_sector using (code)
left join area_figure using (area, code, sector)
left join plan_figure using (area, code, sector)
where indicator.code not like 'ref.%'
