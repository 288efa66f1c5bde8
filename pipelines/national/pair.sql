-- Each area's units, one row for each of their figures, with the comparisons that they take part in.
-- A province's own row also shows a ratio or average that came without its parts; no sum over provinces does.
-- The weight is the unit's part in the last total that is known.
select
  area,
  beside.unit,
  code,
  sector,
  aggregation,
  num,
  den,
  previous_num,
  previous_den,
  year_end_num,
  year_end_den,
  present,
  before,
  present and before as on_previous,
  present and (year_end_counted or (one_province and year_end_num is not null)) and kind = 'stock' as on_year_end,
  coalesce(
    case when year_end_counted then case when aggregation = 'sum' then year_end_num else year_end_den end end,
    case when previous_counted then case when aggregation = 'sum' then previous_num else previous_den end end
  ) as weight,
  made,
  sample
from beside
join area using (unit)
join indicator using (code)
cross join lateral (
  select
    coalesce(counted or (one_province and num is not null), false) as present,
    coalesce(previous_counted or (one_province and previous_num is not null), false) as before
) as there
where area.exact
