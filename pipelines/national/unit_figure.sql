-- The figures of the units. Old provinces are summed into the new one that they went into, where all of them gave the figure.
with moved as not materialized (
  select unit.unit, sources, province_figure.* from province_figure join unit on unit.source = province_figure.province
),

summed as (
  select
    period,
    moved.unit,
    code,
    sector,
    sum(num) as num,
    case when aggregation = 'sum' then 1 else sum(den) end as den,
    bool_or(made) as made,
    bool_or(sample) as sample
  from moved join indicator using (code)
  where sources > 1
  group by period, moved.unit, code, sector, aggregation, sources
  having count(*) = sources and bool_and(counted)
)

select period, unit, code, sector, num, den, counted, made, sample from moved where sources = 1
union all
select period, unit, code, sector, num, den, true, made, sample from summed
