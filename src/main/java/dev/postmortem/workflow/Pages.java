package dev.postmortem.workflow;

import dev.postmortem.draft.Draft;
import java.util.Optional;

/**
 * Addresses of the pages in the browser. Each is for one person alone, so it may be shown to nobody
 * else.
 */
@FunctionalInterface
public interface Pages {
  /** The page of all post-mortems; whatever else there is stands below it. */
  String ALL = "/library";

  /** The page of open tasks. */
  String TASKS = ALL + "/tasks";

  /** There are no pages. */
  Pages OFF = (team, person, path) -> Optional.empty();

  /** The address of a page for somebody; empty when there are no pages. */
  Optional<String> link(String team, String person, String path);

  /** The address of a post-mortem for somebody. */
  default Optional<String> of(Draft draft, String person) {
    return link(draft.room().team(), person, ALL + "/" + draft.name());
  }

  /** Whether there are any. */
  default boolean areOn() {
    return this != OFF;
  }
}
