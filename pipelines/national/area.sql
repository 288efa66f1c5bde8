-- The nation, its regions and its provinces on the map asked for, each with the provinces that make it up.
select 'VN' as area, province from province join asked using (map)
union all
select region, province from province join asked using (map)
union all
select gso_code, province from province join asked using (map)
