-- The kept tables are a cache: made anew, with the comparison with the end of the year before, the one of all that was
-- reported, what the reporting provinces weigh in the last known total, and whether the map asked for has the figure.
delete from rollup;
drop table figure;
create table figure (
  period text not null,
  map text not null,
  area text not null,
  code text not null,
  sector text not null,
  actual_num numeric,
  actual_den numeric,
  reporting int not null,
  compared_num numeric,
  compared_den numeric,
  previous_num numeric,
  previous_den numeric,
  compared int not null,
  year_end_compared_num numeric,
  year_end_compared_den numeric,
  year_end_num numeric,
  year_end_den numeric,
  year_end_compared int not null,
  naive_num numeric,
  naive_den numeric,
  reporting_weight numeric,
  weight numeric,
  plan_base numeric,
  on_basis text check (on_basis in ('exact', 'unavailable')),
  made boolean not null,
  sample boolean not null,
  primary key (period, map, area, code, sector)
);
