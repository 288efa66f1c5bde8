-- The facts of the periods, and the plans of the year, as known at the moment asked about: a province's and period's own
-- where one is given for it.
-- Where a province sent both forms, what B01 states stands before what the register makes.
select distinct on (fact.period, fact.province, fact.code, fact.sector, fact.measure)
  fact.period,
  fact.province,
  fact.code,
  fact.sector,
  fact.measure,
  fact.value_base,
  fact.observation,
  submission.sample
from observation as fact
join submission using (submission)
cross join asked
left join moment on (moment.province, moment.period) = (fact.province, fact.period)
cross join lateral (select coalesce(moment.at, asked.known_at) as at) as known
where fact.known_from <= known.at
  and (fact.known_until > known.at or fact.known_until = 'infinity')
  and (
    fact.period in (asked.period, asked.previous, asked.year_end)
    or (fact.measure = 'plan' and left(fact.period, 4) = left(asked.period, 4))
  )
order by fact.period, fact.province, fact.code, fact.sector, fact.measure, fact.form
