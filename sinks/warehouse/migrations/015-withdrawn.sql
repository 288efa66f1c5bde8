-- A file of which everything was taken back may be handed in again.
alter table receipt drop constraint receipt_status_check;
alter table receipt add check (status in ('waiting', 'done', 'refused', 'failed', 'withdrawn'));
