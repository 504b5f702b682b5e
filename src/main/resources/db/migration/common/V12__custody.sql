-- What a database says of itself while all that is kept is taken from one to another, so that no
-- two bots work with two copies. No row: this is the database to work with.
create table custody (
  state varchar primary key,
  -- where the data come from or went to: a database without its settings, or a file
  other varchar not null,
  since timestamp(6) with time zone not null
);
