-- What persons decided about findings. A correction is an observation of its own, of the form `=<submission>`, that stands
-- before what the submission says for as long as that stands; a rejected figure is one that is left out.
create table decision (
  decision bigint primary key generated always as identity,
  finding text not null,
  verdict text not null check (verdict in ('keep', 'correct', 'reject', 'undo')),
  value text, -- a plain decimal
  unit text,
  decided_by text not null,
  why text not null,
  decided_at timestamptz not null
);
create index on decision (finding);
alter table observation add column rejected boolean not null default false;
