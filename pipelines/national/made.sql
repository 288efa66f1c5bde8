-- What provinces reported, and the wholes that they did not report but whose parts they did (rules.md): a whole is made
-- from its parts where every part is there, or is known to be nil because the counts add up without it.
with recursive reported as (
  select period, province, code, sector, value_base, sample from observed where measure = 'actual'
),

line as (
  select parent as whole, sector as part from sector where parent is not null
  union all
  select sector.parent, line.part from line join sector on sector.sector = line.whole where sector.parent is not null
),

between as (
  select upper.whole, upper.part as middle, lower.part
  from line as upper join line as lower on lower.whole = upper.part
),

leaf as (
  select code, sector
  from indicator_sector as listed
  where not exists (
    select from line join indicator_sector as below on below.sector = line.part
    where line.whole = listed.sector and below.code = listed.code
  )
),

-- The reported parts of a whole that no other reported part of it contains.
part as (
  select reported.*, line.whole
  from reported
  join line on line.part = reported.sector
  where not exists (
    select from between
    join reported as nearer
      on (nearer.period, nearer.province, nearer.code) = (reported.period, reported.province, reported.code)
      and nearer.sector = between.middle
    where between.whole = line.whole and between.part = reported.sector
  )
),

covered as (
  select part.period, part.province, part.code, part.whole, leaf.sector
  from part
  join leaf on leaf.code = part.code
  where leaf.sector = part.sector
     or exists (select from line where line.whole = part.sector and line.part = leaf.sector)
),

-- A count that its reported parts add up to leaves nothing for the sectors that are not among them.
complete as (
  select part.period, part.province, part.code, part.whole
  from part
  join reported
    on (reported.period, reported.province, reported.code, reported.sector)
     = (part.period, part.province, part.code, part.whole)
  where part.code like '%.count'
  group by part.period, part.province, part.code, part.whole, reported.value_base
  having sum(part.value_base) = reported.value_base
),

nil as (
  select distinct complete.period, complete.province, split_part(complete.code, '.', 1) as family, leaf.sector
  from complete
  join line on line.whole = complete.whole
  join leaf on leaf.code = complete.code and leaf.sector = line.part
  where not exists (
    select from covered
    where (covered.period, covered.province, covered.code, covered.whole, covered.sector)
        = (complete.period, complete.province, complete.code, complete.whole, leaf.sector)
  )
),

unreported as (
  select part.period, part.province, part.code, part.whole, sum(part.value_base) as value_base, bool_or(part.sample) as sample
  from part
  join indicator using (code)
  join indicator_sector on indicator_sector.code = part.code and indicator_sector.sector = part.whole
  where indicator.aggregation = 'sum'
    and not exists (
      select from reported
      where (reported.period, reported.province, reported.code, reported.sector)
          = (part.period, part.province, part.code, part.whole)
    )
  group by part.period, part.province, part.code, part.whole
)

select period, province, code, sector, value_base, sample, false as made from reported
union all
select period, province, code, whole, value_base, sample, true
from unreported
where not exists (
  select from line
  join leaf on leaf.code = unreported.code and leaf.sector = line.part
  where line.whole = unreported.whole
    and not exists (
      select from covered
      where (covered.period, covered.province, covered.code, covered.whole, covered.sector)
          = (unreported.period, unreported.province, unreported.code, unreported.whole, leaf.sector)
    )
    and not exists (
      select from nil
      where (nil.period, nil.province, nil.family, nil.sector)
          = (unreported.period, unreported.province, split_part(unreported.code, '.', 1), leaf.sector)
    )
)
