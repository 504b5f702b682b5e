package dev.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: always with their date and zone, or on a line that carries both. */
public final class Printed {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ENGLISH);

  private Printed() {}

  /** {@code 2026-11-22 14:05 GMT}. */
  public static String full(Instant at, ZoneId zone) {
    return ZonedDateTime.ofInstant(at, zone).format(FULL);
  }

  /** {@code Monday 2026-11-23 14:05 GMT}. */
  public static String withWeekday(Instant at, ZoneId zone) {
    return ZonedDateTime.ofInstant(at, zone).format(DAY);
  }

  /** {@code 11-22 14:05}, beneath a line that names the zone. */
  public static String brief(Instant at, ZoneId zone) {
    return ZonedDateTime.ofInstant(at, zone).format(SHORT);
  }

  /** {@code 2 h 5 min}, {@code 3 d 4 h}; less than a minute is {@code 0 min}. */
  public static String lasting(Duration length) {
    long days = length.toDays();
    int hours = length.toHoursPart();
    int minutes = length.toMinutesPart();
    if (days > 0) {
      return days + " d" + (hours > 0 ? " " + hours + " h" : "");
    }
    return hours > 0
        ? hours + " h" + (minutes > 0 ? " " + minutes + " min" : "")
        : minutes + " min";
  }
}
