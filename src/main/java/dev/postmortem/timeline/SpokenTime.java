package dev.postmortem.timeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A past time as people type it at the start of a text: {@code 14:05}, {@code 2026-11-22 14:05},
 * {@code 10m ago}.
 *
 * @param at the instant that is meant
 * @param rest what follows the time
 */
public record SpokenTime(Instant at, String rest) {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T]+)?(\\d{1,2}):(\\d{2})(?:\\s+|$)(.*)",
          Pattern.DOTALL);
  private static final Pattern AGO =
      Pattern.compile(
          "(\\d{1,4})\\s*(m|min|mins|minutes?|h|hours?|d|days?)\\s+ago(?:\\s+|$)(.*)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The forms, as a person is told of them. */
  public static final String FORMS = "`14:05`, `2026-11-22 14:05` or `10m ago`";

  /**
   * Reads a time from the start of a text. A time of day is the last such time that has passed.
   *
   * @return empty when the text starts with no time, or with one that does not exist or lies in the
   *     future
   */
  public static Optional<SpokenTime> read(String text, Instant now, ZoneId zone) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      Instant at = now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
      return Optional.of(new SpokenTime(at, ago.group(3)));
    }
    Matcher clock = CLOCK.matcher(text);
    return clock.matches() ? clock(clock, now, zone) : Optional.empty();
  }

  private static Optional<SpokenTime> clock(Matcher parts, Instant now, ZoneId zone) {
    try {
      ZonedDateTime present = now.atZone(zone);
      LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5));
      boolean dated = parts.group(1) != null;
      LocalDate day =
          dated
              ? LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
              : present.toLocalDate();
      ZonedDateTime at = day.atTime(time).atZone(zone);
      if (!dated && at.isAfter(present)) {
        at = day.minusDays(1).atTime(time).atZone(zone);
      }
      return at.isAfter(present)
          ? Optional.empty()
          : Optional.of(new SpokenTime(at.toInstant(), parts.group(6)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Duration unit(String word) {
    return switch (Character.toLowerCase(word.charAt(0))) {
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      default -> Duration.ofMinutes(1);
    };
  }
}
