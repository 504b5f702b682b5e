package dev.postmortem.review.insight;

import dev.postmortem.draft.State;
import dev.postmortem.draft.catalog.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a post-mortem tells, where it tells it. */
final class Told {
  private Told() {}

  /** A false alarm counts nowhere. */
  static boolean isReal(Fact fact) {
    return fact.card().state() != State.CANCELLED;
  }

  static boolean isPublished(Fact fact) {
    State state = fact.card().state();
    return state == State.PUBLISHED || state == State.CORRECTING;
  }

  static Optional<Duration> toDetect(Fact fact) {
    return between(fact.card().started(), fact.detected());
  }

  static Optional<Duration> toMitigate(Fact fact) {
    return between(fact.card().started(), fact.mitigated());
  }

  static Optional<Duration> toResolve(Fact fact) {
    return between(fact.card().started(), fact.card().resolved());
  }

  /**
   * Days are counted from the end of the incident, or from its start while nobody said it ended.
   */
  static Optional<Duration> toMeeting(Fact fact) {
    return between(end(fact), fact.met());
  }

  static Optional<Duration> toPublication(Fact fact) {
    return isPublished(fact) ? between(end(fact), fact.card().published()) : Optional.empty();
  }

  private static Instant end(Fact fact) {
    Instant resolved = fact.card().resolved();
    return resolved == null ? fact.card().started() : resolved;
  }

  /** What was before the beginning was at once: somebody marked what led to it. */
  private static Optional<Duration> between(Instant from, @Nullable Instant to) {
    if (to == null) {
      return Optional.empty();
    }
    Duration length = Duration.between(from, to);
    return Optional.of(length.isNegative() ? Duration.ZERO : length);
  }
}
