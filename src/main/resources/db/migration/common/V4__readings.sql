-- What is still to be read of a channel's history, so that a reading goes on where it stopped.

create table reading (
  incident bigint primary key,
  since timestamp(6) with time zone not null,
  -- when somebody wanted another while this one ran: from when on, else null
  again timestamp(6) with time zone,
  begun timestamp(6) with time zone not null,
  finished timestamp(6) with time zone,
  -- where it stands: Slack's cursor of the next page of the channel, empty for the first
  next_page text not null,
  -- whether all pages of the channel itself are read; what is left is in reading_step
  paged boolean not null,
  -- the timestamp of the oldest message shown so far, empty before the first
  reached varchar not null,
  messages integer not null,
  stepped timestamp(6) with time zone not null,
  -- what stands in the way, empty for nothing
  fault varchar not null,
  fault_since timestamp(6) with time zone,
  not_before timestamp(6) with time zone,
  attempts integer not null
);

create table reading_step (
  incident bigint not null,
  kind varchar not null,
  ts varchar not null,
  thread varchar,
  next_page text not null,
  reached varchar not null,
  primary key (incident, kind, ts)
);

-- Whether a writer took the mark away, although the emoji may still stand in Slack.
alter table mark add column withdrawn boolean default false not null;
