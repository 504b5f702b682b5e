package dev.postmortem.draft.follow;

import dev.postmortem.meeting.Mornings;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An open task that has an owner and a date.
 *
 * @param zone of the post-mortem, for an owner whose own is unknown
 * @param notBefore the day from which on the owner is asked again, null before the first time
 */
public record DueTask(
    long incident,
    int number,
    String owner,
    LocalDate due,
    ZoneId zone,
    @Nullable LocalDate notBefore) {

  /**
   * Whether the owner is asked on this day. A task that is due at a weekend is asked about on the
   * Friday before: on Monday it would be late already.
   */
  public boolean isDue(LocalDate day) {
    LocalDate from = notBefore == null ? Mornings.workdayUntil(due) : notBefore;
    return !from.isAfter(day);
  }
}
