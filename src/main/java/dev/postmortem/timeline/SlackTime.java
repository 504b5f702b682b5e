package dev.postmortem.timeline;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's timestamps as instants: seconds, a dot, six digits that make the timestamp unique. */
public final class SlackTime {
  private static final Pattern TS = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,6}))?");

  private SlackTime() {}

  /**
   * The instant of a timestamp, to the microsecond.
   *
   * @throws IllegalArgumentException when the text is no timestamp
   */
  public static Instant instant(String ts) {
    Matcher parts = TS.matcher(ts);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a Slack timestamp: " + ts);
    }
    String micros = parts.group(2) == null ? "0" : (parts.group(2) + "000000").substring(0, 6);
    return Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(micros) * 1_000);
  }

  /** The timestamp of an instant, as Slack would write it. */
  public static String ts(Instant instant) {
    return String.format("%d.%06d", instant.getEpochSecond(), instant.getNano() / 1_000);
  }

  /** Whether the text is a timestamp at all. */
  public static boolean isTs(String text) {
    return TS.matcher(text).matches();
  }
}
