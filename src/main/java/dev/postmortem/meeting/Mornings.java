package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When people are asked about their work: on working days, at one time of day wherever they are.
 * Whoever could not be asked then can be asked later that day, and never after hours.
 *
 * @param until when the working hours end
 */
public record Mornings(LocalTime at, LocalTime until) {
  /** All zones that are in use differ from UTC by whole quarters of an hour. */
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  /** As a house has settled it. */
  public static Mornings of(Policy policy) {
    return new Mornings(policy.nudge(), policy.hours().closes());
  }

  /** The working day on which somebody there can be asked now; none too early, too late, or off. */
  public Optional<LocalDate> today(Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    boolean open =
        WorkingHours.isWorkday(day)
            && !now.isBefore(on(day, zone))
            && now.isBefore(day.atTime(until).atZone(zone).toInstant());
    return open ? Optional.of(day) : Optional.empty();
  }

  /** When somebody there is asked on that day; a time that the clocks leave out is the next one. */
  public Instant on(LocalDate day, ZoneId zone) {
    return day.atTime(at).atZone(zone).toInstant();
  }

  /** When somebody there is asked next: after this instant, and not before this day. */
  public Instant next(Instant after, LocalDate notBefore, ZoneId zone) {
    LocalDate here = LocalDate.ofInstant(after, zone);
    LocalDate day = workday(here.isBefore(notBefore) ? notBefore : here);
    while (!on(day, zone).isAfter(after)) {
      day = workday(day.plusDays(1));
    }
    return on(day, zone);
  }

  /** The next instant at which it is this time of day somewhere on earth. */
  public Instant somewhere(Instant after) {
    long offset = at.toSecondOfDay() % QUARTER;
    long quarters = Math.floorDiv(after.getEpochSecond() - offset, QUARTER);
    return Instant.ofEpochSecond((quarters + 1) * QUARTER + offset);
  }

  /** The first working day from this day on. */
  public static LocalDate workday(LocalDate day) {
    LocalDate first = day;
    while (!WorkingHours.isWorkday(first)) {
      first = first.plusDays(1);
    }
    return first;
  }

  /** The last working day up to this day. */
  public static LocalDate workdayUntil(LocalDate day) {
    LocalDate last = day;
    while (!WorkingHours.isWorkday(last)) {
      last = last.minusDays(1);
    }
    return last;
  }

  /** The working day that comes so many working days after this day. */
  public static LocalDate workdayAfter(LocalDate day, int days) {
    LocalDate found = day;
    for (int i = 0; i < days; i++) {
      found = workday(found.plusDays(1));
    }
    return found;
  }
}
