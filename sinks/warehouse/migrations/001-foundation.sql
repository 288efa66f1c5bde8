-- The warehouse. Amounts are kept in base units (1, %, đồng, đồng a year), so that triệu and tỷ cannot meet in one sum.
-- Every large table has the province in its key, so that it can be distributed by it.

-- The catalogue, loaded from config/ at start.
create table indicator (
  code text primary key,
  position int not null,
  section text not null,
  tt text not null,
  label text not null,
  unit text not null,
  unit_in_base numeric not null,
  decimals int not null,
  kind text not null,
  aggregation text not null check (aggregation in ('sum', 'ratio', 'mean')),
  numerator text,
  denominator text,
  required boolean not null
);
create table indicator_sector (
  code text not null references indicator on delete cascade,
  sector text not null,
  primary key (code, sector)
);
create table sector (
  sector text primary key,
  parent text references sector,
  position int not null,
  label text not null
);
create table province (
  province text primary key, -- such as 63/24: a GSO code alone names nothing
  map text not null check (map in ('63', '34')),
  gso_code text not null,
  region text not null,
  successor text references province
);
create table province_name (
  province text not null references province on delete cascade,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (province, valid_from)
);
create table region (
  region text primary key, -- such as 8:TB
  map text not null check (map in ('63', '34')),
  position int not null,
  name text not null
);
create table catalogue_version (
  singleton boolean primary key default true check (singleton),
  version text not null
);

-- What was handed in. A receipt that is waiting is the wish to have it processed: the queue only wakes a worker up.
create table file (
  sha256 bytea primary key,
  bytes bytea not null
);
create table receipt (
  receipt bigint primary key generated always as identity,
  sha256 bytea not null references file,
  file_name text not null,
  channel text not null,
  options jsonb not null default '{}',
  received_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'refused', 'failed')),
  attempts int not null default 0,
  error text, -- why it failed, for the technician
  finished_at timestamptz
);
create index on receipt (receipt) where status = 'waiting';
-- The same bytes with the same options are one receipt, unless they were refused.
create unique index on receipt (sha256, options) where status in ('waiting', 'done');

-- One province's report for one period on one form. Immutable but for its withdrawal.
create table submission (
  submission text primary key, -- <receipt>-<part>
  receipt bigint not null references receipt,
  part int not null,
  status text not null check (status in ('loaded', 'same', 'refused')),
  province text references province,
  period text,
  form text,
  same_as text references submission,
  message text, -- why it was refused, for whoever sent it
  said_province text, -- what a refused report says of itself
  said_period text,
  document_number text,
  document_date date,
  as_of date,
  sample boolean not null default false,
  rows int not null default 0,
  rows_loaded int not null default 0,
  received_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((status = 'refused') or (province is not null and period is not null and form is not null)),
  unique (receipt, part)
);
create index on submission (province, period, form);

-- Which report stood when; one at a time for a province, period and form.
create table standing (
  province text not null,
  period text not null,
  form text not null,
  submission text not null references submission,
  known_from timestamptz not null,
  known_until timestamptz not null,
  primary key (submission, known_from)
);
create unique index standing_current on standing (province, period, form) where known_until = 'infinity';

-- Facts, bitemporal: of a period, known from and until. Never updated but to close them.
create table observation (
  observation bigint generated always as identity,
  province text not null references province,
  period text not null,
  form text not null,
  code text not null,
  sector text not null,
  measure text not null check (measure in ('actual', 'plan')),
  value_base numeric not null,
  raw text not null,
  unit_reported text not null,
  locator jsonb not null,
  also jsonb not null default '[]',
  conversion text,
  stated jsonb not null default '[]',
  note text,
  submission text not null references submission,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  primary key (province, observation),
  check (known_from <= known_until)
);
create unique index observation_current on observation (province, period, form, code, sector, measure)
  where known_until = 'infinity';
create index on observation (period, known_from, known_until);
create index on observation (submission);

create table finding (
  finding text primary key, -- <submission>-<number>
  submission text not null references submission,
  number int not null,
  rule text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  code text,
  sector text,
  locator jsonb,
  raw text,
  message text not null,
  proposal jsonb,
  status text not null default 'open',
  unique (submission, number)
);

-- The year's plan as handed in with `plan`; what provinces give beside their figures stands in observation.
create table plan (
  plan bigint primary key generated always as identity,
  year int not null,
  area text not null, -- VN or a province such as 63/24
  code text not null,
  sector text not null,
  value_base numeric not null,
  raw text not null,
  unit_reported text not null,
  sha256 bytea not null references file,
  file_name text not null,
  locator jsonb not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity'
);
create unique index plan_current on plan (year, area, code, sector) where known_until = 'infinity';

-- Rolled-up tables. `input` counts what went into a period; a rollup is fresh as long as it was made from the same counts.
create table input (
  period text primary key,
  version bigint not null
);
create table rollup (
  period text not null,
  map text not null,
  made_from text not null,
  rolled_up_at timestamptz not null,
  primary key (period, map)
);
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
  plan_base numeric,
  made boolean not null,
  sample boolean not null,
  primary key (period, map, area, code, sector)
);

-- What ran, when, and what came of it.
create table run (
  run bigint primary key generated always as identity,
  job text not null,
  due_at timestamptz,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text
);
create index on run (job, due_at desc);

-- This warehouse's own name, so that queues on a shared Redis never mix two warehouses' work.
create table warehouse (
  singleton boolean primary key default true check (singleton),
  id uuid not null default gen_random_uuid()
);
insert into warehouse default values;
