-- In which areas something was reported for the period, whether or not it makes a figure of the area.
with by_unit as (
  select unit.unit, code, sector, bool_or(counted) as counted
  from province_figure
  join unit on unit.source = province_figure.province
  where period = (select period from asked)
  group by unit.unit, code, sector
)

select area, code, sector
from by_unit join area using (unit)
group by area, code, sector
having bool_or(counted or one_province)
