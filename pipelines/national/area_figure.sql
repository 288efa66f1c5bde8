-- Each area's figure; over the units that are there on both sides, this period's and the one that it is compared with; and
-- whatever there was the year before.
select
  area,
  code,
  sector,
  sum(num) filter (where present) as actual_num,
  case when aggregation = 'sum' then 1 else sum(den) filter (where present) end as actual_den,
  count(*) filter (where present) as reporting,
  sum(num) filter (where on_previous) as compared_num,
  case when aggregation = 'sum' then 1 else sum(den) filter (where on_previous) end as compared_den,
  sum(previous_num) filter (where on_previous) as previous_num,
  case when aggregation = 'sum' then 1 else sum(previous_den) filter (where on_previous) end as previous_den,
  count(*) filter (where on_previous) as compared,
  sum(num) filter (where on_year_end) as year_end_compared_num,
  case when aggregation = 'sum' then 1 else sum(den) filter (where on_year_end) end as year_end_compared_den,
  sum(year_end_num) filter (where on_year_end) as year_end_num,
  case when aggregation = 'sum' then 1 else sum(year_end_den) filter (where on_year_end) end as year_end_den,
  count(*) filter (where on_year_end) as year_end_compared,
  sum(previous_num) filter (where before) as naive_num,
  case when aggregation = 'sum' then 1 else sum(previous_den) filter (where before) end as naive_den,
  coalesce(sum(weight) filter (where present), 0) as reporting_weight,
  sum(weight) as weight,
  bool_or(made) as made,
  bool_or(sample) as sample
from pair
group by area, code, sector, aggregation
