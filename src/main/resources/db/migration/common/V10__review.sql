-- What people decided to leave as it is, and who changed what when.

-- One row for each thing that was let pass; deciding it again replaces the row.
create table waiver (
  incident bigint not null references incident (id),
  subject varchar not null,
  about varchar not null,
  reason text not null,
  decided_by varchar not null,
  decided_at timestamp(6) with time zone not null,
  primary key (incident, subject, about)
);

-- Rows are only ever added.
create table chronicle (
  seq bigint generated always as identity primary key,
  incident bigint not null references incident (id),
  happened_at timestamp(6) with time zone not null,
  person varchar not null,
  what text not null
);
create index chronicle_of_incident on chronicle (incident, seq);

-- What somebody had typed into a window that was closed without saving it.
create table unsaved (
  incident bigint not null references incident (id),
  person varchar not null,
  section varchar not null,
  raw text not null,
  typed_at timestamp(6) with time zone not null,
  primary key (incident, person, section)
);
