package dev.postmortem.meeting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Proposes when to meet: soon, in working hours, and late enough that everybody can be reminded a
 * day before.
 */
public final class Slot {
  private static final LocalTime OPENS = LocalTime.of(10, 0);
  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final Duration MARGIN = Duration.ofHours(1);

  private Slot() {}

  /**
   * The earliest half hour after {@code now} that a meeting can start at, in the zone's working
   * hours.
   */
  public static Instant propose(Instant now, ZoneId zone) {
    ZonedDateTime slot = nextHalfHour(now.plus(Meeting.NOTICE).plus(MARGIN).atZone(zone));
    while (!isWorkingTime(slot)) {
      slot =
          slot.toLocalTime().isBefore(OPENS)
              ? slot.with(OPENS)
              : slot.toLocalDate().plusDays(1).atTime(OPENS).atZone(zone);
      if (!isWorkday(slot)) {
        slot = slot.toLocalDate().plusDays(1).atTime(OPENS).atZone(zone);
      }
    }
    return slot.toInstant();
  }

  private static ZonedDateTime nextHalfHour(ZonedDateTime time) {
    ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(time)) {
      return hour;
    }
    ZonedDateTime half = hour.plusMinutes(30);
    return half.isBefore(time) ? hour.plusHours(1) : half;
  }

  private static boolean isWorkingTime(ZonedDateTime slot) {
    return isWorkday(slot)
        && !slot.toLocalTime().isBefore(OPENS)
        && !slot.toLocalTime().isAfter(CLOSES);
  }

  private static boolean isWorkday(ZonedDateTime slot) {
    return slot.getDayOfWeek() != DayOfWeek.SATURDAY && slot.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
