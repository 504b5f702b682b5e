package dev.postmortem.web.door;

import dev.postmortem.timeline.Person;
import java.util.Set;

/** What the door makes of a request. */
public sealed interface Entry {
  /**
   * Somebody who may look.
   *
   * @param who as Slack tells it
   * @param rooms the private channels that they are in now
   */
  record Welcome(Visitor visitor, Person who, Set<String> rooms) implements Entry {
    public Welcome {
      rooms = Set.copyOf(rooms);
    }
  }

  /** Somebody who came by a link: the session has begun, and the same page waits without it. */
  record Begun() implements Entry {}

  /** Nobody, whatever the reason. */
  record Denied() implements Entry {}

  /** Slack does not say who they are now. */
  record Away() implements Entry {}
}
