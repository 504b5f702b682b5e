package dev.postmortem.timeline;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the workspace, as Slack's profile tells it.
 *
 * @param id Slack's id, {@code U…}, {@code W…}, or {@code B…} for a bot without a user
 * @param name the display name, else the real name, else the account's name
 * @param role the profile's title, empty when there is none
 * @param zone where the person is, null when Slack does not say
 */
public record Person(String id, String name, String role, @Nullable ZoneId zone, boolean bot) {

  /** Stands for somebody nothing is known of: the id is the name. */
  public static Person unknown(String id) {
    return new Person(id, id, "", null, false);
  }
}
