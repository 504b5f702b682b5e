package dev.postmortem.document.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How much was said in each interval of a span.
 *
 * @param first when the first interval begins, in seconds of Unix time
 * @param step how long each is, in seconds
 */
record Busyness(long first, long step, List<Integer> counts) {
  private static final int MOST = 48;

  static Busyness of(Course course, Span span) {
    long step = Steps.atLeast(span.length() / (double) (MOST - 1));
    long first = floor(span.from(), step, course.zone());
    int[] counts = new int[(int) ((span.to() - first) / step) + 1];
    for (Instant at : course.said()) {
      if (span.holds(at)) {
        counts[(int) ((at.getEpochSecond() - first) / step)]++;
      }
    }
    return new Busyness(first, step, Arrays.stream(counts).boxed().toList());
  }

  /** Intervals begin at full minutes, hours and days of the zone. */
  private static long floor(long second, long step, ZoneId zone) {
    long offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    return Math.floorDiv(second + offset, step) * step - offset;
  }

  /** Where the busiest interval is, the first of several. */
  int busiest() {
    return counts.indexOf(most());
  }

  int most() {
    return Collections.max(counts);
  }

  long begins(int interval) {
    return first + interval * step;
  }
}
