package dev.postmortem.program;

import dev.postmortem.timeline.SlackTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time on the command line: a date, with or without a time of day, with or without a zone.
 *
 * @param time null for the whole day
 * @param exact what is meant when the zone was typed too, else null
 */
record TypedTime(LocalDate day, @Nullable LocalTime time, @Nullable Instant exact) {
  /** The forms, as a person is told of them. */
  static final String FORMS = "2026-11-22 14:05, 2026-11-22 or 2026-11-22T14:05:09Z";

  /** Reads it; long dashes and stray spaces are forgiven. Empty when it is none. */
  static Optional<TypedTime> read(String typed) {
    String text =
        typed
            .strip()
            .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
            .replaceFirst("[\\sTt]+(?=\\d)", "T")
            .replaceFirst("T(?=\\d:)", "T0")
            .replaceFirst("\\s+(?=[Zz+-])", "");
    return Stream.<Function<String, TypedTime>>of(
            TypedTime::day, TypedTime::local, TypedTime::zoned, TypedTime::ts)
        .flatMap(form -> tried(form, text))
        .findFirst();
  }

  private static Stream<TypedTime> tried(Function<String, TypedTime> form, String text) {
    try {
      return Stream.of(form.apply(text));
    } catch (DateTimeException | IllegalArgumentException other) {
      return Stream.empty();
    }
  }

  private static TypedTime day(String text) {
    return new TypedTime(LocalDate.parse(text), null, null);
  }

  private static TypedTime local(String text) {
    LocalDateTime time = LocalDateTime.parse(text);
    return new TypedTime(time.toLocalDate(), time.toLocalTime(), null);
  }

  private static TypedTime zoned(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    return new TypedTime(time.toLocalDate(), time.toLocalTime(), time.toInstant());
  }

  /** Slack's own way to write it. */
  private static TypedTime ts(String text) {
    if (text.indexOf('.') < 0) {
      throw new IllegalArgumentException(text);
    }
    Instant at = SlackTime.instant(text);
    return new TypedTime(LocalDate.EPOCH, LocalTime.MIN, at);
  }

  /** The first moment that is meant. */
  Instant first(ZoneId zone) {
    if (exact != null) {
      return exact;
    }
    return time == null
        ? day.atStartOfDay(zone).toInstant()
        : day.atTime(time).atZone(zone).toInstant();
  }

  /** The last moment that is meant: of a day its end. */
  Instant last(ZoneId zone) {
    return time == null
        ? day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS)
        : first(zone);
  }
}
