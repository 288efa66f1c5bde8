-- The figures of the units. Old provinces are summed into the new one that they went into, where all of them gave the figure.
select
  period,
  unit.unit,
  code,
  sector,
  sum(num) as num,
  case when indicator.aggregation = 'sum' then 1 else sum(den) end as den,
  bool_and(counted) as counted,
  bool_or(made) as made,
  bool_or(sample) as sample
from province_figure
join indicator using (code)
join unit on unit.source = province_figure.province
group by period, unit.unit, code, sector, indicator.aggregation, sources
having count(*) = sources and (sources = 1 or bool_and(counted))
