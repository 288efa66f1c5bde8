-- How a file's bytes were taken for text: the encoding, what settled it, and by what margin.
alter table submission add column reading jsonb;
