package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a house has settled about its review meetings, for whoever proposes one, warns and reminds.
 *
 * @param length what is proposed, and what is too long
 * @param delay how late after the incident is late
 * @param hours when meetings take place, and when people are written to
 * @param notice how long before the meeting everybody is reminded
 * @param nudge when the point person is asked, on a working day, about an unfinished draft
 */
public record Policy(
    Length length, Delay delay, WorkingHours hours, Duration notice, LocalTime nudge) {
  /** How long it may take to read a draft. */
  static final Duration TO_READ = Duration.ofHours(1);

  /** What stands when a house settles nothing else. */
  public static final Policy DEFAULT =
      new Policy(
          new Length(Duration.ofMinutes(30), Duration.ofMinutes(60), Duration.ofMinutes(90)),
          new Delay(3, 14),
          new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
          Duration.ofHours(24),
          LocalTime.of(10, 0));

  /** So long before a meeting everybody is to be reminded of it, whatever their hours. */
  public Instant reminderOf(Instant meeting) {
    return meeting.minus(notice);
  }

  /**
   * When somebody in this zone is reminded of a meeting: when the last whole working hour begins
   * that leaves them the notice, so that they can read the draft before they go home.
   */
  public Instant reminderOf(Instant meeting, ZoneId zone) {
    return hours.last(reminderOf(meeting).atZone(zone), TO_READ).toInstant();
  }

  /**
   * How long a meeting is: as proposed, so long that it is warned of, so long that it is refused.
   */
  public record Length(Duration proposed, Duration warned, Duration refused) {}

  /**
   * How late a meeting is after the incident.
   *
   * @param warned more working days than this are warned of
   * @param refused more days than this are refused
   */
  public record Delay(int warned, int refused) {}
}
