package dev.postmortem.slack.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast something is done for which nobody waits: a few times at once, then evenly. What it
 * leaves, of Slack's allowance and of the processors, is there for what somebody waits for.
 */
final class Pace {
  private final int atOnce;
  private final Duration apart;
  private Instant paid = Instant.EPOCH;

  /**
   * A pace.
   *
   * @param atOnce how often it may be done after a long rest without another
   * @param apart the time from one to the next when it is done all the time
   */
  Pace(int atOnce, Duration apart) {
    this.atOnce = atOnce;
    this.apart = apart;
  }

  /** It was done once more now; answers until when to rest, if at all. */
  synchronized Optional<Instant> rest(Instant now) {
    paid = (paid.isAfter(now) ? paid : now).plus(apart);
    Instant next = paid.minus(apart.multipliedBy(atOnce));
    return next.isAfter(now) ? Optional.of(next) : Optional.empty();
  }
}
