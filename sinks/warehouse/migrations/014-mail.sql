-- What provinces are written to. A letter is wanted once (`key`), in the transaction of what gave rise to it; it is written
-- once (`content`), and goes to each recipient once, as a mail of its own.
create table letter (
  letter bigint primary key generated always as identity,
  key text not null unique,
  kind text not null check (kind in ('receipt', 'verdict', 'before_due', 'after_due', 'card')),
  province text references province, -- null until it is written: a refused file does not always say whose it is
  period text,
  submission text,
  wanted_at timestamptz not null,
  written_at timestamptz,
  content jsonb, -- null where it is written: there was nothing to say, or nobody known to say it to
  attachment bytea,
  expires_at timestamptz -- a reminder that found no recipient until then is of no use; others were set aside then
);
create index on letter (letter) where written_at is null;
create index on letter (province, period);

-- Written letters that are to go out: the outbox. `message_id` never changes, so a delivery that is repeated can be told.
create table mail (
  mail bigint primary key generated always as identity,
  letter bigint not null references letter,
  email text not null,
  name text not null,
  message_id text not null unique,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  queued_at timestamptz not null,
  due_at timestamptz not null, -- not tried before
  ended_at timestamptz,
  answer text, -- what the server said last
  unique (letter, email)
);
create index on mail (due_at) where status = 'waiting';

-- The doubtful points that a verdict told a province of: what became of them shows whether telling helps.
create table told (
  letter bigint not null references letter,
  submission text not null,
  number int not null,
  finding text not null,
  rule text not null,
  code text,
  sector text,
  raw text,
  primary key (letter, number)
);
create index on told (submission);

-- However a submission comes in, its letters are wanted with it or not at all.
create function want_letters() returns trigger language plpgsql as $$
begin
  insert into letter (key, kind, province, period, submission, wanted_at)
  select concat_ws(' ', kind, new.submission), kind, new.province, new.period, new.submission, new.received_at
  from unnest(array['receipt', 'verdict']) as kind
  on conflict do nothing;
  return new;
end $$;
create trigger want_letters after insert on submission for each row when (not new.sample)
  execute function want_letters();
