-- Which rows of the registers are one cooperative. A scope is a province of the 34: registers of before are in its successor's.

-- What persons said of two rows, or of the cooperatives that go by them; `undo` takes back what was said of the pair before.
create table identity_decision (
  decision bigint primary key generated always as identity,
  one text not null, -- <submission>:<number of the row>
  other text not null,
  verdict text not null check (verdict in ('same', 'different', 'undo')),
  decided_by text not null,
  why text not null,
  decided_at timestamptz not null
);

-- What was learned in a scope, and up to which decision it is resolved.
create table identity_scope (
  scope text primary key references province,
  model jsonb,
  decision bigint not null
);
-- The registers that are resolved; always in the order of their receipt.
create table identity_register (
  scope text not null,
  submission text not null references submission,
  receipt bigint not null,
  part int not null,
  primary key (scope, submission)
);
-- Each row with the cooperative that it is in its scope, and what it was found to be like when it came.
create table identity_row (
  scope text not null,
  submission text not null,
  number int not null,
  cooperative text not null, -- the row by which it goes, its first one
  evidence jsonb,
  primary key (scope, submission, number)
) partition by hash (scope);
-- By what a cooperative is looked for in other scopes, with the first row that shows it.
create table identity_key (
  scope text not null,
  key text not null,
  receipt bigint not null,
  part int not null,
  number int not null,
  submission text not null
);
create index on identity_key (key);
create index on identity_key (scope);

-- Cooperatives that are one with an earlier one of another scope.
create table identity_link (
  cooperative text primary key,
  is_one_with text not null
);
-- Cooperatives that may be one and wait for a person; scope VN: of two scopes.
create table identity_pair (
  scope text not null,
  one text not null,
  other text not null,
  row_one text not null,
  row_other text not null,
  weight numeric not null,
  primary key (scope, one, other)
);
-- What the links were made from: another number of registers or decisions means that they are to be made anew.
create table identity_linked (
  singleton boolean primary key default true check (singleton),
  registers bigint not null,
  decision bigint not null
);

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table identity_row_%s partition of identity_row for values with (modulus 16, remainder %s)', part, part);
  end loop;
end $$;
