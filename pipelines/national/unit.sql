-- Into which province, of those that the table adds up, each one's figures go; and how many of its map go there.
select source, unit, count(*) over (partition by unit, map) as sources
from (
  select
    province as source,
    province.map,
    case when province.map = asked.units then province when asked.units = '34' then successor end as unit
  from province cross join asked
) as moved
where unit is not null
