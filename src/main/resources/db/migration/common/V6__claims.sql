-- Until when a letter is in the hands of whoever took it out. Null: for as long as that process
-- lives, because no other process can have the database open.
alter table letter add column taken_until timestamp(6) with time zone;
