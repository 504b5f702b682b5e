-- Since when a letter should be gone. When it is tried again is in due, which moves. Null: written
-- by a version that did not say; then due is all that is known.
alter table letter add column wanted timestamp(6) with time zone;
