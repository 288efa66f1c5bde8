-- In which areas something was reported for the period, whether or not it makes a figure of the area.
select distinct area, code, sector
from province_figure
join asked using (period)
join unit on unit.source = province_figure.province
join area using (unit)
where counted or one_province
