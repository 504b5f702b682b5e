package dev.postmortem.draft.follow;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A draft whose incident is over, and which its point person has not published yet.
 *
 * @param zone of the post-mortem, for a point person whose own is unknown
 * @param notBefore the day from which on they want to be asked, null when they never said
 */
public record Unfinished(long incident, String owner, ZoneId zone, @Nullable LocalDate notBefore) {
  /** Whether they can be asked on this day. */
  public boolean isDue(LocalDate day) {
    return notBefore == null || !notBefore.isAfter(day);
  }
}
