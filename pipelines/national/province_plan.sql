-- What each province's reports of the year have as its plan, beside their figures.
select observed.period, province, code, sector, value_base, observation
from observed cross join asked
where measure = 'plan' and left(observed.period, 4) = left(asked.period, 4)
