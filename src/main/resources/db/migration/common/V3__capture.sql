-- What is said comes in thousands. In H2 a text column is a large object of its own, stored beside
-- the table and slow; varchar stands in the row. The key begins with what Slack calls a message by,
-- so that it is found without knowing whose it is; pages of the timeline are read by time.

create table said (
  incident bigint not null,
  team varchar not null,
  channel varchar not null,
  ts varchar not null,
  kind varchar not null,
  author varchar,
  label varchar not null,
  raw varchar not null,
  plain varchar not null,
  thread varchar,
  version timestamp(6) with time zone not null,
  edited boolean not null,
  said timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  constraint entry_key primary key (team, channel, ts, incident)
);
insert into said
  (incident, team, channel, ts, kind, author, label, raw, plain, thread, version, edited, said, deleted_at)
  select incident, team, channel, ts, kind, author, label, raw, plain, thread, version, edited, said, deleted_at
  from entry;
drop table entry;
alter table said rename to entry;
create index entry_by_time on entry (incident desc, said desc);

alter table entry_revision alter column raw set data type varchar;
alter table entry_revision alter column plain set data type varchar;
