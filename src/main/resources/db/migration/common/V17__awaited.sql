-- Whether somebody waits for what is read; if not, it is read with rests. All that an earlier version
-- began goes on without.
alter table reading add column awaited boolean default true not null;
