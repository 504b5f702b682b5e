package dev.postmortem.meeting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Proposes when to meet: soon, in working hours, and late enough that everybody can be reminded
 * before.
 */
public final class Slot {
  private static final Duration MARGIN = Duration.ofHours(1);
  private final Policy policy;
  private final LocalTime opens;

  private Slot(Policy policy) {
    this.policy = policy;
    this.opens = policy.hours().from();
  }

  /**
   * The earliest half hour after {@code now} that a meeting of the usual length can start at, in
   * the zone's working hours.
   */
  public static Instant propose(Instant now, ZoneId zone, Policy policy) {
    Instant earliest = now.plus(policy.notice()).plus(MARGIN);
    return new Slot(policy).from(nextHalfHour(earliest.atZone(zone))).toInstant();
  }

  private ZonedDateTime from(ZonedDateTime earliest) {
    ZonedDateTime slot = earliest;
    while (!isWorkday(slot) || !isWorkingTime(slot)) {
      slot = isWorkday(slot) && slot.toLocalTime().isBefore(opens) ? slot.with(opens) : next(slot);
    }
    return slot;
  }

  private ZonedDateTime next(ZonedDateTime slot) {
    return slot.toLocalDate().plusDays(1).atTime(opens).atZone(slot.getZone());
  }

  private static ZonedDateTime nextHalfHour(ZonedDateTime time) {
    ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(time)) {
      return hour;
    }
    ZonedDateTime half = hour.plusMinutes(30);
    return half.isBefore(time) ? hour.plusHours(1) : half;
  }

  private boolean isWorkingTime(ZonedDateTime slot) {
    return policy.hours().hold(slot.toLocalTime(), policy.length().proposed());
  }

  private static boolean isWorkday(ZonedDateTime slot) {
    return slot.getDayOfWeek() != DayOfWeek.SATURDAY && slot.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
