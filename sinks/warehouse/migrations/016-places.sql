-- The provinces and regions that an edition was drawn on, so that what is compared with it can be told apart by them.
alter table edition add column places jsonb; -- null: published before they were written down
