-- What each province's reports have as its plan of the year (or of the term), beside their figures: the latest period's.
select distinct on (province, code, sector) province, code, sector, value_base, observation
from observed cross join asked
where measure = 'plan' and split_part(observed.period, '-', 1) = split_part(asked.period, '-', 1)
order by province, code, sector, observed.period desc
