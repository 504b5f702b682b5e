-- Why a meeting is late or long all the same, and when it was given its present time.
alter table meeting add column reason text default '' not null;
alter table meeting add column planned timestamp(6) with time zone
  default timestamp with time zone '1970-01-01 00:00:00+00' not null;

-- Who said to have read the draft before the meeting, and when they said so first.
create table meeting_read (
  incident bigint not null references incident (id),
  person varchar not null,
  read_at timestamp(6) with time zone not null,
  primary key (incident, person)
);
