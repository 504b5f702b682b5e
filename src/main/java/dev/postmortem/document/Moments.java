package dev.postmortem.document;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times as people read them, in the zone of the post-mortem. */
public final class Moments {
  private static final DateTimeFormatter TIME = form("HH:mm");
  private static final DateTimeFormatter DATE_AND_TIME = form("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter WITH_ZONE = form("yyyy-MM-dd HH:mm zzz");
  private static final DateTimeFormatter ZONE_AND_DAY = form("zzz yyyy-MM-dd (EEEE)");

  private Moments() {}

  private static DateTimeFormatter form(String pattern) {
    // British English knows no PST and the like: it writes GMT-08:00
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** {@code 03:10}. */
  public static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /** {@code 2018-12-22 03:10}. */
  public static String dateAndTime(Instant at, ZoneId zone) {
    return DATE_AND_TIME.format(at.atZone(zone));
  }

  /** {@code 2018-12-22 03:10 GMT}. */
  public static String withZone(Instant at, ZoneId zone) {
    return WITH_ZONE.format(at.atZone(zone));
  }

  /** {@code GMT 2018-12-22 (Saturday)}: the zone's name at that moment, and the day. */
  public static String zoneAndDay(Instant at, ZoneId zone) {
    return ZONE_AND_DAY.format(at.atZone(zone));
  }

  /** {@code 2 d 3 h 5 min}. */
  public static String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(duration.toDays(), " d", parts);
    add(duration.toHoursPart(), " h", parts);
    add(duration.toMinutesPart(), " min", parts);
    return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
  }

  private static void add(long count, String unit, List<String> parts) {
    if (count > 0) {
      parts.add(count + unit);
    }
  }
}
