-- One province's figures as quotients, so that provinces can be added up: a sum over 1, a ratio as its parts, an average
-- as value × weight over weight. A ratio or average that came without its parts is shown for its province but not counted.
with role as (
  select code, sector, part, role
  from indicator
  join indicator_sector using (code)
  cross join lateral (values ('own', code), ('numerator', numerator), ('denominator', denominator)) as each (role, part)
  where part is not null
),

-- Each indicator's figure with its parts beside it: gathered rather than joined, for a join of this many rows to themselves
-- goes wrong where PostgreSQL guesses their number (116 s measured).
gathered as (
  select
    period,
    province,
    role.code,
    role.sector,
    max(value_base) filter (where role = 'own') as own,
    max(value_base) filter (where role = 'numerator') as numerator,
    nullif(max(value_base) filter (where role = 'denominator'), 0) as denominator,
    bool_or(made) filter (where role = 'own') as own_made,
    bool_or(made) filter (where role <> 'own') as parts_made,
    bool_or(sample) filter (where role = 'own') as own_sample,
    bool_or(sample) filter (where role <> 'own') as parts_sample
  from made join role on (role.part, role.sector) = (made.code, made.sector)
  group by period, province, role.code, role.sector
),

summed as (
  select period, province, code, sector, own as num, 1::numeric as den, true as counted, own_made as made, own_sample as sample
  from gathered join indicator using (code)
  where aggregation = 'sum' and own is not null
),

ratio as (
  select
    period, province, code, sector,
    100 * gathered.numerator as num,
    gathered.denominator as den,
    true as counted,
    parts_made as made,
    parts_sample as sample
  from gathered join indicator using (code)
  where aggregation = 'ratio' and gathered.numerator is not null and gathered.denominator is not null
),

average as (
  select
    period, province, code, sector,
    own * gathered.denominator as num,
    gathered.denominator as den,
    true as counted,
    own_made as made,
    own_sample as sample
  from gathered join indicator using (code)
  where aggregation = 'mean' and own is not null and gathered.denominator is not null
),

alone as (
  select period, province, code, sector, own as num, 1::numeric as den, false as counted, own_made as made, own_sample as sample
  from gathered join indicator using (code)
  where aggregation <> 'sum'
    and own is not null
    and (gathered.denominator is null or (aggregation = 'ratio' and gathered.numerator is null))
)

select * from summed
union all select * from ratio
union all select * from average
union all select * from alone
