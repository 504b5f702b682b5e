-- What people asked for lately, so that each is done once, whichever of several bots it comes to,
-- and however often. Rows are forgotten after a day.
create table request (
  request_key varchar primary key,
  begun timestamp(6) with time zone not null,
  -- what was answered, to be answered again; null while it is being done
  answer varchar
);
create index request_begun on request (begun);
