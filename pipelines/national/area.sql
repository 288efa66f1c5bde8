-- The nation, its regions and its provinces on the map asked for, each with the units that reach into it. Its figures can
-- be had exactly where all of these lie wholly in it: what was merged cannot be taken apart.
with place as (
  select 'VN' as area, province from province join asked using (map)
  union all
  select region, province from province join asked using (map)
  union all
  select gso_code, province from province join asked using (map)
)

select
  area,
  unit,
  area not like '%:%' and area <> 'VN' as one_province,
  bool_and(count(*) = sources) over (partition by area) as exact
from place
join unit on unit.source = place.province
cross join asked
where areas is null or area = any (areas)
group by area, unit, sources
