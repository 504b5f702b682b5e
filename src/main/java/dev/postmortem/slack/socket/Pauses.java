package dev.postmortem.slack.socket;

import dev.postmortem.workflow.Backoff;
import java.time.Duration;

/** How long no connection is opened, after what went wrong lately. */
final class Pauses {
  /** What went wrong longer ago counts no more. */
  private static final Duration CALM = Duration.ofSeconds(30);

  private final Backoff backoff;
  private int failures;
  private long restUntil = System.nanoTime();

  Pauses(Backoff backoff) {
    this.backoff = backoff;
  }

  /**
   * Something went wrong.
   *
   * @param least how long Slack wants to be left alone
   */
  synchronized void failed(Duration least) {
    long now = System.nanoTime();
    failures = now - restUntil > CALM.toNanos() ? 1 : failures + 1;
    Duration pause = backoff.after(failures);
    restUntil = now + (pause.compareTo(least) > 0 ? pause : least).toNanos();
  }

  /** What is left of the pause; zero when there is none. */
  synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, restUntil - System.nanoTime()));
  }
}
