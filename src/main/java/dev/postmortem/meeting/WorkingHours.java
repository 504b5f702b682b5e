package dev.postmortem.meeting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Monday to Friday, from one time of day to another. Holidays are not known here. Where the clocks
 * are changed, a time of day that does not exist is the next one that does.
 */
public record WorkingHours(LocalTime opens, LocalTime closes) {

  static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** How many working days lie between two days; the first does not count, the last does. */
  static int between(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      days += isWorkday(day) ? 1 : 0;
    }
    return days;
  }

  /** Whether something that lasts this long can be done then without going on after hours. */
  boolean fits(ZonedDateTime at, Duration length) {
    return isWorkday(at.toLocalDate())
        && !at.toLocalTime().isBefore(opens)
        && !at.isAfter(latest(at.toLocalDate(), at.getZone(), length));
  }

  /** The earliest time from this one on at which it fits; at least when the hours begin. */
  ZonedDateTime next(ZonedDateTime from, Duration length) {
    if (fits(from, length)) {
      return from;
    }
    boolean today = isWorkday(from.toLocalDate()) && from.toLocalTime().isBefore(opens);
    LocalDate day = today ? from.toLocalDate() : from.toLocalDate().plusDays(1);
    while (!isWorkday(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(opens).atZone(from.getZone());
  }

  /** The latest time up to this one at which it fits; something too long begins with the hours. */
  ZonedDateTime last(ZonedDateTime upTo, Duration length) {
    if (fits(upTo, length)) {
      return upTo;
    }
    LocalDate day = upTo.toLocalDate();
    while (!isPast(day, upTo, length)) {
      day = day.minusDays(1);
    }
    return latest(day, upTo.getZone(), length);
  }

  /** Not on a day that a zone left out, whose hours Java lays on the next. */
  private boolean isPast(LocalDate day, ZonedDateTime upTo, Duration length) {
    ZonedDateTime latest = latest(day, upTo.getZone(), length);
    return isWorkday(day) && latest.toLocalDate().equals(day) && !latest.isAfter(upTo);
  }

  /** When it has to begin at the latest on that day; something too long begins with the hours. */
  private ZonedDateTime latest(LocalDate day, ZoneId zone, Duration length) {
    ZonedDateTime begins = day.atTime(opens).atZone(zone);
    ZonedDateTime latest = day.atTime(closes).atZone(zone).minus(length);
    return latest.isBefore(begins) ? begins : latest;
  }
}
