package dev.postmortem.meeting;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When and how long people meet in this house.
 *
 * @param length how long a meeting is unless somebody says otherwise
 * @param longWarning a longer meeting is advised against
 * @param longRefusal a longer meeting needs a reason
 * @param warnWorkingDays a meeting more working days after the incident is advised against
 * @param refuseDays a meeting more days after the incident needs a reason
 * @param opens when working hours begin
 * @param closes when working hours are over
 * @param nudge when the point person is asked how the draft goes
 */
public record Policy(
    Duration length,
    Duration longWarning,
    Duration longRefusal,
    int warnWorkingDays,
    int refuseDays,
    LocalTime opens,
    LocalTime closes,
    LocalTime nudge) {
  /** What stands when nobody configures anything else. */
  public static final Policy DEFAULT =
      new Policy(
          Duration.ofMinutes(30),
          Duration.ofMinutes(60),
          Duration.ofMinutes(90),
          3,
          14,
          LocalTime.of(10, 0),
          LocalTime.of(17, 0),
          LocalTime.of(10, 0));
}
