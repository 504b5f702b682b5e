-- Copies of the pictures that were shared in war rooms, so that a document outlives what Slack keeps.
-- A row says what is wanted, what is here, or why it cannot be had; due is null when nothing is left to do.
create table picture (
  team varchar not null,
  file varchar not null,
  name text not null,
  mime varchar not null,
  url text not null,
  declared bigint not null,
  kind varchar,
  size integer,
  sha256 varchar,
  fetched timestamp(6) with time zone,
  reason text not null,
  attempts integer not null,
  due timestamp(6) with time zone,
  primary key (team, file)
);
create index picture_due on picture (due);

-- In pieces, because H2 holds at most a megabyte in one such column.
create table picture_piece (
  team varchar not null,
  file varchar not null,
  position integer not null,
  bytes bytea not null,
  primary key (team, file, position),
  foreign key (team, file) references picture (team, file) on delete cascade
);

-- Which messages show a picture: with the last of them the copy goes.
create table picture_shown (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  file varchar not null,
  primary key (incident, team, channel, ts, file)
);
create index picture_shown_by on picture_shown (team, file);
create index picture_shown_in on picture_shown (team, channel, ts);
