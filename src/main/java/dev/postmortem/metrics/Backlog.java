package dev.postmortem.metrics;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.timeline.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the store says is left to do.
 *
 * @param letters how many there are in each state
 * @param overdueSince since when the letter that waits longest should be gone
 * @param at when this was so
 */
public record Backlog(
    Map<Outbox.State, Long> letters,
    Optional<Instant> overdueSince,
    Readings.Progress readings,
    Instant at) {

  /** Seconds until now; none when nothing is meant. */
  double since(Optional<Instant> moment) {
    return moment.map(then -> Duration.between(then, at).toMillis() / 1_000.0).orElse(0.0);
  }
}
