-- As in the model of that name, of what is kept.
select kept_figure.period, province, code, sector, num, den, counted, made, sample
from kept_figure cross join asked
where kept_figure.period in (asked.period, asked.previous, asked.year_end)
  and (asked.codes is null or code = any (asked.codes))
