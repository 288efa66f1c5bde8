-- The life of a period: open with a due date, closed, and published, each time as an edition.
create table period_life (
  period text primary key,
  due_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);

-- What was published; never changed. The manifest says what it was made from.
create table edition (
  edition bigint primary key generated always as identity,
  period text not null,
  published_at timestamptz not null,
  published_by text not null,
  override_why text, -- why it was published with blocking findings open
  manifest jsonb not null
);
create index on edition (period, edition);
-- Its table on one map, all areas, as it was drawn: labels, units and decimals included.
create table edition_table (
  edition bigint not null references edition,
  map text not null,
  content jsonb not null,
  primary key (edition, map)
);
