-- The rows of the registers (form B02) as reported, one for each cooperative; of a revision the older rows stay readable.
-- Parted by province, so that a revision of one touches only its own part.
create table register_row (
  province text not null,
  submission text not null,
  number int not null, -- in the order of the register, over all its sheets
  locator jsonb not null,
  name text not null,
  tax_code text,
  type text,
  sector text,
  district text,
  commune text,
  founded_on text, -- as exact as it was written: a day, a month or a year
  status text,
  members numeric,
  labour numeric,
  charter_capital_dong numeric,
  revenue_dong numeric,
  profit_dong numeric,
  labour_income_dong_per_year numeric,
  hitech boolean,
  value_chain boolean,
  alliance_member boolean,
  rating text,
  unreadable text[] not null default '{}', -- columns in which something stands that could not be read
  primary key (province, submission, number)
) partition by hash (province);

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table register_row_%s partition of register_row for values with (modulus 16, remainder %s)', part, part);
  end loop;
end $$;
