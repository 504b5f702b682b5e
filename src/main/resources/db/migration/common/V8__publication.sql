-- Who says that they have read a published document; each once.
create table readership (
  incident bigint not null references incident (id),
  person varchar not null,
  read_at timestamp(6) with time zone not null,
  primary key (incident, person)
);
