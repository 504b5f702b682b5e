package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * Proposes when to meet: soon, in working hours, and late enough that everybody can be reminded a
 * day before, in working hours too.
 */
public final class Slot {
  private static final Duration MARGIN = Duration.ofHours(1);
  private static final Duration HALF = Duration.ofMinutes(30);

  private Slot() {}

  /**
   * The earliest full or half hour at which a meeting of the usual length fits into the zone's
   * working hours, so long after people can be told as they are reminded before. They can be told
   * in an hour, or when the next working day begins.
   */
  public static Instant propose(Instant now, ZoneId zone, Policy policy) {
    ZonedDateTime told = policy.hours().next(now.plus(MARGIN).atZone(zone), Duration.ZERO);
    ZonedDateTime slot = nextHalfHour(told.plus(policy.notice()));
    ZonedDateTime fitting = policy.hours().next(slot, policy.length().proposed());
    return fitting.equals(slot) ? slot.toInstant() : nextHalfHour(fitting).toInstant();
  }

  /**
   * The same, but so late that also everybody in these zones can still be reminded in their own
   * working hours.
   */
  public static Instant propose(
      Instant now, ZoneId zone, Policy policy, Collection<ZoneId> others) {
    Instant slot = propose(now, zone, policy);
    while (isTooSoon(slot, now, policy, others)) {
      ZonedDateTime later = slot.plus(HALF).atZone(zone);
      slot = nextHalfHour(policy.hours().next(later, policy.length().proposed())).toInstant();
    }
    return slot;
  }

  private static boolean isTooSoon(
      Instant slot, Instant now, Policy policy, Collection<ZoneId> others) {
    return others.stream().anyMatch(zone -> policy.reminderOf(slot, zone).isBefore(now));
  }

  private static ZonedDateTime nextHalfHour(ZonedDateTime time) {
    ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(time)) {
      return hour;
    }
    ZonedDateTime half = hour.plusMinutes(30);
    return half.isBefore(time) ? hour.plusHours(1) : half;
  }
}
