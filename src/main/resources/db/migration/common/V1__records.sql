-- Everything the bot keeps. Only SQL that H2 (in PostgreSQL mode) and PostgreSQL both accept.
-- Ids and names are varchar because H2 cannot index text; whatever people write is text.

create table incident (
  id bigint generated always as identity primary key,
  team varchar not null,
  channel varchar not null,
  channel_name varchar not null,
  is_private boolean not null,
  -- the channel again while the post-mortem captures it, else null: see the constraint
  capturing varchar,
  state varchar not null,
  title text not null,
  severity varchar not null,
  started timestamp(6) with time zone not null,
  resolved timestamp(6) with time zone,
  zone varchar not null,
  owner varchar not null,
  moderator varchar,
  note_taker varchar,
  opened timestamp(6) with time zone not null,
  reason text not null,
  published timestamp(6) with time zone,
  -- at most one capturing post-mortem for a channel, also when two people start one at once
  constraint one_capturing_for_a_channel unique (team, capturing)
);
create index incident_of_channel on incident (team, channel);

-- One row for each revision of a section, so that nothing that was written is lost.
create table section_body (
  incident bigint not null references incident (id),
  section varchar not null,
  revision integer not null,
  primary key (incident, section, revision)
);
create table remark (
  incident bigint not null,
  section varchar not null,
  revision integer not null,
  position integer not null,
  raw text not null,
  plain text not null,
  written_by varchar not null,
  written_at timestamp(6) with time zone not null,
  primary key (incident, section, revision, position),
  foreign key (incident, section, revision) references section_body (incident, section, revision)
);

create table task (
  incident bigint not null references incident (id),
  number integer not null,
  raw text not null,
  plain text not null,
  owner varchar,
  due date,
  state varchar not null,
  reason text not null,
  source_team varchar,
  source_channel varchar,
  source_ts varchar,
  primary key (incident, number)
);

create table question (
  incident bigint not null references incident (id),
  number integer not null,
  raw text not null,
  plain text not null,
  asker varchar not null,
  source_team varchar,
  source_channel varchar,
  source_ts varchar,
  primary key (incident, number)
);
create table answer (
  incident bigint not null,
  number integer not null,
  position integer not null,
  raw text not null,
  plain text not null,
  written_by varchar not null,
  written_at timestamp(6) with time zone not null,
  primary key (incident, number, position),
  foreign key (incident, number) references question (incident, number) on delete cascade
);

create table participant (
  incident bigint not null references incident (id),
  person varchar not null,
  seq bigint generated always as identity,
  role varchar,
  removed boolean not null,
  primary key (incident, person)
);

-- The timeline is written for every message: no foreign keys, so that keeping what is said never
-- waits for somebody who holds the incident's row to change the draft.
-- A row with deleted_at is a tombstone: it holds no words, and it never becomes an entry again.
create table entry (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  kind varchar not null,
  author varchar,
  label varchar not null,
  raw text not null,
  plain text not null,
  thread varchar,
  version timestamp(6) with time zone not null,
  edited boolean not null,
  said timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  primary key (incident, team, channel, ts)
);
create index entry_by_ts on entry (incident, ts);
create index entry_of_channel on entry (team, channel, ts);

-- The forms a message had before the one in entry.
create table entry_revision (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  version timestamp(6) with time zone not null,
  raw text not null,
  plain text not null,
  edited boolean not null,
  primary key (incident, team, channel, ts, version)
);

-- Apart from entry, because a mark may be heard of before its message.
create table mark (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  tag varchar not null,
  marked_by varchar not null,
  via varchar not null,
  is_on boolean not null,
  marked_at timestamp(6) with time zone not null,
  primary key (incident, team, channel, ts, tag, marked_by, via)
);
create index mark_of_channel on mark (team, channel, ts);

create table amendment (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  happened_at timestamp(6) with time zone,
  raw text,
  hidden boolean not null,
  primary key (incident, team, channel, ts)
);

create table meeting (
  incident bigint primary key references incident (id),
  revision integer not null,
  starts timestamp(6) with time zone not null,
  length_seconds bigint not null,
  zone varchar not null,
  place text not null,
  cancelled boolean not null
);
create table attendee (
  incident bigint not null references meeting (incident),
  position integer not null,
  person varchar not null,
  primary key (incident, position)
);

create table person (
  id varchar primary key,
  name varchar not null,
  role varchar not null,
  zone varchar,
  bot boolean not null
);

create table directory_name (
  id varchar primary key,
  name varchar not null
);

create table letter (
  seq bigint generated always as identity primary key,
  letter_key varchar not null unique,
  incident bigint not null,
  kind varchar not null,
  recipient varchar not null,
  note text not null,
  state varchar not null,
  due timestamp(6) with time zone not null,
  in_doubt boolean not null,
  attempts integer not null,
  reason text not null,
  settled timestamp(6) with time zone
);
create index letter_waiting on letter (state, seq);
create index letter_queue on letter (recipient, state, seq);
create index letter_of_incident on letter (incident, state);

create table posting (
  letter varchar not null,
  part integer not null,
  channel varchar not null,
  ts varchar not null,
  primary key (letter, part)
);
create index posting_at on posting (channel, ts);
