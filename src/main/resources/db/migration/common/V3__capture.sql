-- What is said comes in thousands: in H2 a text column is a large object of its own, stored beside
-- the table and slow; varchar stands in the row.
alter table entry alter column raw set data type varchar;
alter table entry alter column plain set data type varchar;
alter table entry_revision alter column raw set data type varchar;
alter table entry_revision alter column plain set data type varchar;

-- Pages of the timeline are read by time; nothing is sought by these two.
drop index entry_by_ts;
drop index entry_of_channel;
create index entry_by_time on entry (incident desc, said desc);
