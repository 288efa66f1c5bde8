-- The facts of both periods, and the plans of the year, as known at the moment asked about.
-- Where a province sent both forms, what B01 states stands before what the register makes.
select distinct on (fact.period, fact.province, fact.code, fact.sector, fact.measure)
  fact.period,
  fact.province,
  fact.code,
  fact.sector,
  fact.measure,
  fact.value_base,
  submission.sample
from observation as fact
join submission using (submission)
cross join asked
where fact.known_from <= asked.known_at
  and (fact.known_until > asked.known_at or fact.known_until = 'infinity')
  and (
    fact.period in (asked.period, asked.previous)
    or (fact.measure = 'plan' and left(fact.period, 4) = left(asked.period, 4))
  )
order by fact.period, fact.province, fact.code, fact.sector, fact.measure, fact.form
