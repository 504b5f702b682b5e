-- The library: what is needed to find a post-mortem among thousands without reading what was said.
-- All of it is made from the other tables, behind their back, and can be made again.

-- What has been taken in of a post-mortem.
create table shelf (
  incident bigint primary key,
  -- of the rules by which words are read: rows of another version are made again
  version integer not null,
  entries bigint not null,
  revisions bigint not null,
  -- the time of its latest entry
  said timestamp(6) with time zone not null,
  detected timestamp(6) with time zone,
  mitigated timestamp(6) with time zone
);

-- Which words occur where. A row tells it for 32 incidents with neighbouring ids, one bit each: so
-- what is written together stands together. Words are UTF-8 bytes, whose order is the same in every
-- database.
create table shelf_block (
  block bigint primary key
);
create table shelf_word (
  block bigint not null,
  word bytea not null,
  incidents bigint not null,
  primary key (block, word)
);

create table shelf_voice (
  incident bigint not null,
  person varchar not null,
  primary key (incident, person)
);
create table shelf_tag (
  incident bigint not null,
  tag varchar not null,
  primary key (incident, tag)
);

-- What was changed and is to be taken in again; new messages are noticed without it. Rows are only
-- added, so that nobody waits for anybody.
create table touched (
  seq bigint generated always as identity primary key,
  incident bigint not null
);

-- When a task was made, and when it was done or dropped; null where that was not kept.
alter table task add column made timestamp(6) with time zone;
alter table task add column settled timestamp(6) with time zone;

-- The words of an entry that was put into others, for searching; null where they were not kept.
alter table amendment add column plain varchar;
