package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** When whom is told what before a meeting. Whoever is told knows nothing of the others' zones. */
public record Countdown(Meeting meeting, Policy policy) {
  private static final Duration SOON = Duration.ofMinutes(10);

  /** Whether it is too late to remind somebody in this zone beforehand. */
  public boolean isLate(Instant now, ZoneId zone) {
    return policy.reminderOf(meeting.at(), zone).isBefore(now);
  }

  /**
   * When somebody in this zone is reminded, as seen from now. What was missed, as the process did
   * not run, is made up for when they work again, or at once if they would not be back in time.
   */
  public Instant reminder(Instant now, ZoneId zone) {
    Instant wanted = policy.reminderOf(meeting.at(), zone);
    if (!wanted.isBefore(now)) {
      return wanted;
    }
    Instant next = policy.hours().next(now.atZone(zone), Duration.ZERO).toInstant();
    return next.isAfter(hourBefore()) ? now : next;
  }

  /**
   * When the moderator, in this zone, hears who has not read the draft: when the hours of that day
   * begin, or an hour before the meeting if that is earlier, or if it was planned only on that day.
   * Empty when it was planned within the last hour.
   */
  public Optional<Instant> unread(ZoneId zone) {
    ZonedDateTime at = meeting.at().atZone(zone);
    Instant opens = at.toLocalDate().atTime(policy.hours().opens()).atZone(zone).toInstant();
    Instant morning = opens.isBefore(hourBefore()) ? opens : hourBefore();
    return Stream.of(morning, hourBefore())
        .filter(time -> time.isAfter(meeting.planned()))
        .findFirst();
  }

  /** When the channel is told that it begins. */
  public Instant soon() {
    return meeting.at().minus(SOON);
  }

  private Instant hourBefore() {
    return meeting.at().minus(Policy.TO_READ);
  }
}
