-- What provinces reported, and the wholes that they did not report but whose parts they did (rules.md): a whole is made
-- from its parts where every part is there, or is known to be nil because the counts add up without it.
with recursive line as (
  select parent as whole, sector as part from sector where parent is not null
  union all
  select sector.parent, line.part from line join sector on sector.sector = line.whole where sector.parent is not null
),

-- Under each whole each part, with what stands between them.
path as (
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
  select
    period, province, code, sector, value_base, sample,
    jsonb_object_agg(sector, value_base) over (partition by period, province, code) as beside
  from observed
  where measure = 'actual'
),

-- Each whole's reported parts, but for those that another reported part of it contains.
parts as (
  select
    reported.period,
    reported.province,
    reported.code,
    split_part(reported.code, '.', 1) as family,
    path.whole,
    sum(reported.value_base) as value_base,
    bool_or(reported.sample) as sample,
    (reported.beside ->> path.whole)::numeric as stated,
    string_to_array(string_agg(array_to_string(leaves.leaves, ' '), ' '), ' ') as covered
  from reported
  join path on path.part = reported.sector
  join leaves on (leaves.code, leaves.sector) = (reported.code, reported.sector)
  where not (reported.beside ?| path.between)
  group by reported.period, reported.province, reported.code, path.whole, (reported.beside ->> path.whole)::numeric
),

-- A count that its reported parts add up to leaves nothing for the sectors that are not among them.
nil as (
  select distinct parts.period, parts.province, parts.family, leaf as sector
  from parts
  join leaves on (leaves.code, leaves.sector) = (parts.code, parts.whole)
  cross join unnest(leaves.leaves) as leaf
  where parts.code like '%.count'
    and parts.value_base = parts.stated
    and not leaf = any (parts.covered)
),

nil_sectors as (
  select period, province, family, array_agg(sector) as sectors from nil group by period, province, family
)

select period, province, code, sector, value_base, sample, false as made from reported
union all
select parts.period, parts.province, parts.code, parts.whole, parts.value_base, parts.sample, true
from parts
join indicator using (code)
join leaves on (leaves.code, leaves.sector) = (parts.code, parts.whole)
left join nil_sectors
  on (nil_sectors.period, nil_sectors.province, nil_sectors.family) = (parts.period, parts.province, parts.family)
where parts.stated is null
  and indicator.aggregation = 'sum'
  and leaves.leaves <@ (parts.covered || coalesce(nil_sectors.sectors, '{}'))
