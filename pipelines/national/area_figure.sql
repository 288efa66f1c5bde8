-- Each area's figure and, over the provinces that are there on both sides, this period's and the year before's.
select
  area,
  code,
  sector,
  sum(num) as actual_num,
  case when aggregation = 'sum' then 1 else sum(den) end as actual_den,
  count(*) as reporting,
  sum(num) filter (where both_sides) as compared_num,
  case when aggregation = 'sum' then 1 else sum(den) filter (where both_sides) end as compared_den,
  sum(before_num) filter (where both_sides) as previous_num,
  case when aggregation = 'sum' then 1 else sum(before_den) filter (where both_sides) end as previous_den,
  count(*) filter (where both_sides) as compared,
  bool_or(made) as made,
  bool_or(sample) as sample
from pair
join indicator using (code)
group by area, code, sector, aggregation
