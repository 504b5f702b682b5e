package dev.postmortem.timeline;

import java.util.Optional;

/**
 * Who is who: what was last heard from Slack about each person, kept so that no name needs the
 * network.
 */
public interface People {
  /** The person with this id, if Slack ever told. */
  Optional<Person> find(String id);

  /** Keeps what Slack says now; the newest word wins. */
  void save(Person person);
}
