-- What each province's reports have as its plan of the year, beside their figures: the latest period's.
select distinct on (province, code, sector) province, code, sector, value_base, observation
from observed cross join asked
where measure = 'plan' and left(observed.period, 4) = left(asked.period, 4)
order by province, code, sector, observed.period desc
