-- What is not kept for ever: messages that were kept long enough, and people who are to be forgotten.

-- That the captured messages of a finished post-mortem were removed, except those that its document
-- shows; and the little that is kept of them, without words and names.
create table removal (
  incident bigint primary key references incident (id),
  removed timestamp(6) with time zone not null,
  messages integer not null,
  -- how many their authors had taken back before
  deleted integer not null,
  -- when they were said, for the drawing: seconds since the one before, the first since 1970
  said text not null,
  -- the ids of those who said something that the document showed, in the order of its participants
  voices text not null,
  done boolean not null
);

-- Who was forgotten. The id itself is not kept: its digest recognises it when it is heard again.
create table forgotten (
  digest varchar primary key,
  number integer not null unique,
  begun timestamp(6) with time zone not null,
  -- null while something may still be left to do
  finished timestamp(6) with time zone
);

-- The key of these digests, in one row, made when the first person is forgotten.
create table forgotten_key (
  id integer primary key,
  secret varchar not null
);
