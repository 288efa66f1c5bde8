-- How a number that reads two ways was read: the notation, the scope of what settled it, and that in words.
alter table observation add column choice jsonb;
-- How often a report was loaded: again where a file received before it was taken in late, which its numbers are judged by.
alter table submission add column loads int not null default 1;
