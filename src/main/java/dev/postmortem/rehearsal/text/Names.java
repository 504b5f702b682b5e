package dev.postmortem.rehearsal.text;

import java.util.Optional;

/** Who and what is meant by an id or a name. */
public interface Names {
  /** The name that people see for a user id. */
  Optional<String> user(String id);

  /** The name of a channel, without the number sign. */
  Optional<String> channel(String id);

  /** The handle of a user group, without the at sign. */
  Optional<String> group(String id);

  /** The id behind a handle typed after an at sign: a user's or a group's. */
  Optional<String> idOfHandle(String handle);

  /** The id behind a name typed after a number sign. */
  Optional<String> idOfChannel(String name);
}
