package dev.postmortem.document.picture;

import java.util.List;

/** The lengths of time that people count in, from a minute to a thousand years, in seconds. */
final class Steps {
  private static final long HOUR = 3_600;
  static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;
  private static final List<Long> LENGTHS =
      List.of(
          60L,
          2 * 60L,
          5 * 60L,
          10 * 60L,
          15 * 60L,
          30 * 60L,
          HOUR,
          2 * HOUR,
          3 * HOUR,
          6 * HOUR,
          12 * HOUR,
          DAY,
          2 * DAY,
          4 * DAY,
          7 * DAY,
          14 * DAY,
          28 * DAY,
          56 * DAY,
          91 * DAY,
          182 * DAY,
          YEAR,
          2 * YEAR,
          5 * YEAR,
          10 * YEAR,
          50 * YEAR,
          100 * YEAR,
          500 * YEAR,
          1_000 * YEAR);

  private Steps() {}

  /** The shortest that is long enough; the longest of all when none is. */
  static long atLeast(double seconds) {
    return LENGTHS.stream()
        .filter(length -> length >= seconds)
        .findFirst()
        .orElse(LENGTHS.get(LENGTHS.size() - 1));
  }
}
