-- A large file lies in pieces, so that it is written and read as a stream: its `bytes` are null.
alter table file alter column bytes drop not null;
alter table file add column size bigint check ((size is null) <> (bytes is null));
create table file_chunk (
  sha256 bytea not null references file,
  number int not null,
  bytes bytea not null,
  primary key (sha256, number)
);
-- Compressing would take four times as long as writing what is compressed.
alter table file_chunk alter column bytes set storage external;
