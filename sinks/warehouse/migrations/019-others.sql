-- What stands in the cell of a finding (actual, plan, or stated: a comparison), where it is known; and the other cells that it
-- speaks of. A decision may be about one of these cells: its place.
alter table finding
  add column measure text check (measure in ('actual', 'plan', 'stated')),
  add column others jsonb;
alter table decision add column place text;
