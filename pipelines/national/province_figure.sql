-- One province's figures as quotients, so that provinces can be added up: a sum over 1, a ratio as its parts, an average
-- as value × weight over weight. A ratio or average that came without its parts is shown for its province but not counted.
with summed as (
  select period, province, code, sector, value_base as num, 1::numeric as den, true as counted, made, sample
  from made join indicator using (code)
  where aggregation = 'sum'
),

ratio as (
  select
    numerator.period, numerator.province, indicator.code, numerator.sector,
    100 * numerator.value_base as num,
    denominator.value_base as den,
    true as counted,
    numerator.made or denominator.made as made,
    numerator.sample or denominator.sample as sample
  from indicator
  join indicator_sector using (code)
  join made as numerator on numerator.code = indicator.numerator and numerator.sector = indicator_sector.sector
  join made as denominator
    on denominator.code = indicator.denominator
    and (denominator.period, denominator.province, denominator.sector) = (numerator.period, numerator.province, numerator.sector)
  where indicator.aggregation = 'ratio'
    and denominator.value_base <> 0
),

average as (
  select
    made.period, made.province, made.code, made.sector,
    made.value_base * weight.value_base as num,
    weight.value_base as den,
    true as counted,
    made.made,
    made.sample
  from made
  join indicator using (code)
  join made as weight
    on weight.code = indicator.denominator
    and (weight.period, weight.province, weight.sector) = (made.period, made.province, made.sector)
  where indicator.aggregation = 'mean'
    and weight.value_base <> 0
),

alone as (
  select period, province, code, sector, value_base as num, 1::numeric as den, false as counted, made.made, made.sample
  from made
  join indicator using (code)
  where aggregation <> 'sum'
    and not exists (
      select from (select period, province, code, sector from ratio union all select period, province, code, sector from average) as joined
      where (joined.period, joined.province, joined.code, joined.sector) = (made.period, made.province, made.code, made.sector)
    )
)

select * from summed
union all select * from ratio
union all select * from average
union all select * from alone
