-- The figures on the map asked for. Old provinces are summed into the new one that they went into, where all of them gave
-- the figure; a new province stands on the old map only where it is one old province unchanged.
with moved as (
  select
    province.province as source,
    case
      when province.map = asked.map then province.province
      when asked.map = '34' then province.successor
      when count(*) over (partition by old.successor) = 1 then old.province
    end as target
  from province
  cross join asked
  left join province as old on asked.map = '63' and province.map = '34' and old.successor = province.province
),

whole as (
  select moved.target, source_province.map, count(*) as sources
  from moved join province as source_province on source_province.province = moved.source
  where moved.target is not null
  group by moved.target, source_province.map
)

select
  period,
  moved.target as province,
  code,
  sector,
  sum(num) as num,
  case when indicator.aggregation = 'sum' then 1 else sum(den) end as den,
  bool_and(counted) as counted,
  bool_or(made) as made,
  bool_or(sample) as sample
from province_figure
join indicator using (code)
join moved on moved.source = province_figure.province
join province as source_province on source_province.province = moved.source
join whole on whole.target = moved.target and whole.map = source_province.map
group by period, moved.target, code, sector, indicator.aggregation, whole.sources
having count(*) = whole.sources and (whole.sources = 1 or bool_and(counted))
