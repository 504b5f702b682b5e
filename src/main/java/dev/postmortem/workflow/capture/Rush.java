package dev.postmortem.workflow.capture;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether so many come at the moment that whatever can wait should leave the processors to them.
 */
final class Rush {
  /**
   * In two seconds. War rooms stay far below: of a workspace Slack delivers 30,000 events an hour
   * at the most, which is 8 a second (docs.slack.dev, Events API, rate limiting).
   */
  private static final int MANY = 100;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private long began;
  private int now;
  private int before;

  /**
   * Nobody came yet.
   *
   * @param nanos measures time
   */
  Rush(LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /** So many came. */
  synchronized void came(int some) {
    turn();
    now += some;
  }

  /** Whether it goes on, or ended less than two seconds ago. */
  synchronized boolean isOn() {
    turn();
    return now + before >= MANY;
  }

  private void turn() {
    long passed = (nanos.getAsLong() - began) / SECOND;
    if (passed > 0) {
      before = passed == 1 ? now : 0;
      now = 0;
      began += passed * SECOND;
    }
  }
}
