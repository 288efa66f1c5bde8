-- What a report says, apart from how it is written: files of equal content are one submission.
alter table submission add column content text not null default '';
-- Why and by whom a submission was taken back.
alter table submission add column withdrawn_by text;
alter table submission add column withdrawn_why text;
