package dev.postmortem.draft.catalog;

import java.util.Set;

/**
 * Who looks into the library.
 *
 * @param person a user id
 * @param rooms the ids of the private war rooms in which the person is a member right now
 * @param inSlack whether the person reads in Slack, where a public war room is open to everybody:
 *     then drafts of public rooms are shown also to those who took no part
 */
public record Reader(String team, String person, Set<String> rooms, boolean inSlack) {
  public Reader {
    rooms = Set.copyOf(rooms);
  }

  /** Somebody who reads the pages. */
  public Reader(String team, String person, Set<String> rooms) {
    this(team, person, rooms, false);
  }
}
