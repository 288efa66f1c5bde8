-- The input is counted for each report, so that a revision makes only its own province's figures anew, and only the tables
-- that they enter. The kept tables are a cache: made again.
drop table input;
create table input (
  period text not null,
  area text not null, -- a province such as 63/24; VN: the year's plan that was handed in, at its fourth quarter
  version bigint not null,
  primary key (period, area)
);
insert into input (period, area, version)
select period, province, 1 from observation group by period, province
union all
select distinct year || '-Q4', 'VN', 1 from plan;
drop table rollup;
create table rollup (
  period text not null,
  map text not null,
  version text not null, -- of the catalogue and the models
  inputs jsonb not null, -- what it was made from, by period (or year) and province
  rolled_up_at timestamptz not null,
  primary key (period, map)
);

-- The provinces' figures as known now, and their plans of the year: the models `province_figure` and `province_plan`, which
-- the tables on both maps and of all periods that look at them are made from. `kept` says from which input.
create table kept (
  period text not null,
  province text not null,
  made_from text not null,
  primary key (period, province)
);
create table kept_figure (
  period text not null,
  province text not null,
  code text not null,
  sector text not null,
  num numeric not null,
  den numeric not null,
  counted boolean not null,
  made boolean not null,
  sample boolean not null,
  primary key (period, code, sector, province)
);
create table kept_plan (
  year text not null,
  province text not null,
  code text not null,
  sector text not null,
  value_base numeric not null,
  observation bigint not null,
  primary key (year, code, sector, province)
);
-- How often a province's plans of a year became other ones. A digest alone would not do: of plans that came back it could not
-- be told that a table was made in between.
create table kept_plans (
  year text not null,
  province text not null,
  digest text, -- null: there are none
  changed bigint not null,
  primary key (year, province)
);

-- One report's facts, or all of one indicator in a period, without reading the others.
drop index observation_period_known_from_known_until_idx;
create index on observation (period, province, code);
