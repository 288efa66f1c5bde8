-- What provinces reported, and the wholes that they did not report but whose parts they did (rules.md): a whole is made
-- from its parts where every part is there, or is known to be nil because the counts add up without it.
with recursive line as (
  select parent as whole, sector as part from sector where parent is not null
  union all
  select sector.parent, line.part from line join sector on sector.sector = line.whole where sector.parent is not null
),

-- Under each whole each part, with what stands between them.
path as materialized (
  select
    line.whole,
    line.part,
    array(
      select upper.part from line as upper join line as lower on lower.whole = upper.part
      where upper.whole = line.whole and lower.part = line.part
    ) as between
  from line
),

-- The finest sectors that an indicator is collected for, below (or at) each of its sectors.
leaves as (
  select
    listed.code,
    listed.sector,
    array(
      select below.sector
      from indicator_sector as below
      where below.code = listed.code
        and (below.sector = listed.sector
          or exists (select from line where line.whole = listed.sector and line.part = below.sector))
        and not exists (
          select from line join indicator_sector as finer on finer.sector = line.part
          where finer.code = below.code and line.whole = below.sector
        )
    ) as leaves
  from indicator_sector as listed
),

reported as (
  select period, province, code, sector, value_base, sample from observed where measure = 'actual'
),

beside as (
  select period, province, code, array_agg(sector) as sectors from reported group by period, province, code
),

-- The wholes that were not reported, and of the counts all, for these say what is nil.
wholes as materialized (
  select period, province, code, leaves.sector as whole, sectors, leaves
  from beside join leaves using (code)
  where leaves.sector in (select whole from line)
    and (code like '%.count' or leaves.sector <> all (sectors))
),

-- Each whole's reported parts, but for those that another reported part of it contains.
parts as (
  select
    period,
    province,
    wholes.code,
    split_part(wholes.code, '.', 1) as family,
    whole,
    sectors,
    wholes.leaves,
    sum(value_base) as value_base,
    bool_or(sample) as sample,
    string_to_array(string_agg(array_to_string(leaves.leaves, ' '), ' '), ' ') as covered
  from wholes
  join reported using (period, province, code)
  join path using (whole)
  join leaves on (leaves.code, leaves.sector) = (wholes.code, reported.sector)
  where path.part = reported.sector and not sectors && path.between
  group by period, province, wholes.code, whole, sectors, wholes.leaves
),

-- A count that its reported parts add up to leaves nothing for the sectors that are not among them.
nil as (
  select distinct period, province, family, leaf as sector
  from parts
  join reported using (period, province, code)
  cross join unnest(leaves) as leaf
  where parts.code like '%.count'
    and reported.sector = parts.whole
    and reported.value_base = parts.value_base
    and leaf <> all (covered)
),

nil_sectors as (
  select period, province, family, array_agg(sector) as nil from nil group by period, province, family
)

select period, province, code, sector, value_base, sample, false as made from reported
union all
select period, province, code, whole, value_base, sample, true
from parts
join indicator using (code)
left join nil_sectors using (period, province, family)
where aggregation = 'sum'
  and whole <> all (sectors)
  and leaves <@ (covered || coalesce(nil, '{}'))
