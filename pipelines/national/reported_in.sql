-- In which areas something was reported for the period, whether or not it makes a figure of the area.
select area, code, sector
from province_figure
join unit on unit.source = province_figure.province
join area using (unit)
where period = (select period from asked)
group by area, code, sector
having bool_or(counted or one_province)
