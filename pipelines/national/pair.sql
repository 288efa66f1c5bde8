-- Each area's provinces, one row for each of its figures: this period's beside the year before's.
-- A province's own row also shows a ratio or average that came without its parts; no sum over provinces does.
with present as (
  select province, code, sector, num, den, counted, made, sample from on_map join asked using (period)
),

before as (
  select province, code, sector, num, den, counted, sample
  from on_map join asked on on_map.period = asked.previous
)

select
  area.area,
  present.province,
  present.code,
  present.sector,
  present.num,
  present.den,
  before.num as before_num,
  before.den as before_den,
  present.made,
  present.sample or coalesce(before.sample, false) as sample,
  before.num is not null and (before.counted or alone.one_province) as both_sides
from present
join area using (province)
cross join lateral (select area.area not like '%:%' and area.area <> 'VN' as one_province) as alone
left join before using (province, code, sector)
where present.counted or alone.one_province
