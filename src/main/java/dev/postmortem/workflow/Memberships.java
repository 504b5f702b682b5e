package dev.postmortem.workflow;

import dev.postmortem.timeline.Person;
import java.util.Set;

/** Who belongs to the workspace at this moment, and to which of its private channels. */
@FunctionalInterface
public interface Memberships {
  /** Asks for somebody. */
  Standing of(String team, String person);

  /** How somebody stands. */
  sealed interface Standing {}

  /**
   * A full member of the workspace.
   *
   * @param who as Slack's profile tells it now
   * @param privateRooms ids of the private channels in which both the person and the bot are
   */
  record Member(Person who, Set<String> privateRooms) implements Standing {
    public Member {
      privateRooms = Set.copyOf(privateRooms);
    }
  }

  /**
   * Nobody of the workspace: unknown, deactivated, of another company, or a guest, who may not look
   * into every public channel.
   */
  record Outsider() implements Standing {}

  /** Slack did not say. */
  record Unknown() implements Standing {}
}
