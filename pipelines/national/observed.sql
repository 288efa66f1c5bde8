-- The facts of the periods, and the plans of the year (or of the term), as known at the moment asked about: a province's and period's own
-- where one is given for it.
-- Where a province sent both forms, B01 stands as a whole: what it does not say is missing, also where the register makes
-- a figure of it. What a person corrected stands before it, as long as the submission stands that it is a correction of.
with wanted as (
  select unnest(array[period, previous, year_end]) as period from asked
  union
  select input.period from input cross join asked where split_part(input.period, '-', 1) = split_part(asked.period, '-', 1)
),

chosen as (
  select distinct on (fact.period, fact.province, fact.code, fact.sector, fact.measure)
    fact.period,
    fact.province,
    fact.code,
    fact.sector,
    fact.measure,
    fact.value_base,
    fact.observation,
    fact.submission,
    fact.form,
    fact.rejected,
    submission.sample
  from observation as fact
  join submission using (submission)
  cross join asked
  left join moment on (moment.province, moment.period) = (fact.province, fact.period)
  cross join lateral (select coalesce(moment.at, asked.known_at) as at) as known
  where (asked.codes is null or fact.code = any (asked.codes))
    and (asked.provinces is null or fact.province = any (asked.provinces))
    and fact.known_from <= known.at
    and (fact.known_until > known.at or fact.known_until = 'infinity')
    -- Said as an array, so that the index on period is used.
    and fact.period = any (array(select period from wanted))
    and (
      fact.period in (asked.period, asked.previous, asked.year_end)
      or (fact.measure = 'plan' and split_part(fact.period, '-', 1) = split_part(asked.period, '-', 1))
    )
    and (
      fact.form not like '=%'
      or exists (
        select from standing
        where standing.submission = fact.submission
          and standing.known_from <= known.at
          and (standing.known_until > known.at or standing.known_until = 'infinity')
      )
    )
    and (
      fact.form <> 'B02'
      or not exists (
        select from standing
        where (standing.province, standing.period, standing.form) = (fact.province, fact.period, 'B01')
          and standing.known_from <= known.at
          and (standing.known_until > known.at or standing.known_until = 'infinity')
      )
    )
  order by fact.period, fact.province, fact.code, fact.sector, fact.measure, fact.form like '=%' desc
)

select
  period,
  province,
  chosen.code,
  chosen.sector,
  measure,
  case when instead.submission is null then chosen.value_base else instead.value_base end as value_base,
  observation,
  sample
from chosen
left join instead
  on (instead.submission, instead.code, instead.sector, instead.was)
    = (chosen.submission, chosen.code, chosen.sector, chosen.value_base)
  and chosen.form = 'B02'
where not rejected and (instead.submission is null or instead.value_base is not null)
