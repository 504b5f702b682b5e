package dev.postmortem.review.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The middle of several lengths of time.
 *
 * @param length null when there are none; of two in the middle their mean
 * @param count of how many it is the middle
 */
public record Median(@Nullable Duration length, int count) {

  static Median of(Stream<Optional<Duration>> lengths) {
    List<Duration> sorted = lengths.flatMap(Optional::stream).sorted().toList();
    if (sorted.isEmpty()) {
      return new Median(null, 0);
    }
    Duration lower = sorted.get((sorted.size() - 1) / 2);
    Duration upper = sorted.get(sorted.size() / 2);
    return new Median(lower.plus(upper).dividedBy(2), sorted.size());
  }
}
