package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Something that a page is told.
 *
 * @param kind the name of the server-sent event
 * @param only the ids of the people whose pages are told; empty for all
 */
record News(String kind, ObjectNode data, Set<String> only) {
  static News toAll(String kind, ObjectNode data) {
    return new News(kind, data, Set.of());
  }

  static News to(String person, String kind, ObjectNode data) {
    return new News(kind, data, Set.of(person));
  }

  boolean isFor(String person) {
    return only.isEmpty() || only.contains(person);
  }
}
