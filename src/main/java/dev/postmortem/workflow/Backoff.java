package dev.postmortem.workflow;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * How long is waited after so many failures in a row: twice as long each time, up to a limit. The
 * pause is drawn between a half and the whole of it, so that those who lost the same server do not
 * all come back in the same instant.
 *
 * @param first after the first failure
 * @param most never longer
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {
  private static final int ENOUGH_DOUBLINGS = 20;

  /** A pause that begins with so much. */
  public static Backoff of(Duration first, Duration most) {
    // Java's default one lies in a module that small runtimes leave out, and is for one thread
    return new Backoff(first, most, new Random());
  }

  /**
   * The pause.
   *
   * @param failures how often it failed in a row; none at all is taken for one
   */
  public Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), ENOUGH_DOUBLINGS);
    long whole = Math.min(first.toMillis() << doublings, most.toMillis());
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }
}
