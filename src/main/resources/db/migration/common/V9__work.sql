-- What is followed up: who is asked to take a draft over, and from which day on people are asked
-- again about what they have to do.

-- Whom the part of the point person was offered to. Settled offers stay, so that an old button can
-- say what became of its offer.
create table handover (
  incident bigint not null references incident (id),
  number integer not null,
  offered_to varchar not null,
  offered_by varchar not null,
  offered_at timestamp(6) with time zone not null,
  state varchar not null,
  primary key (incident, number)
);

-- Counts for this point person alone.
create table draft_pause (
  incident bigint primary key references incident (id),
  person varchar not null,
  until_day date not null
);

-- Counts for this owner and this due date alone: with another of either it is another task.
create table task_pause (
  incident bigint not null,
  number integer not null,
  person varchar not null,
  due date not null,
  until_day date not null,
  primary key (incident, number),
  foreign key (incident, number) references task (incident, number) on delete cascade
);
create index task_due on task (state, due);
