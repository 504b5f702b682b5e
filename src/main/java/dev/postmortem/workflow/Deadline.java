package dev.postmortem.workflow;

import java.time.Duration;

/** The moment until which several things that follow each other must be over, all together. */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** From now on. */
  public static Deadline in(Duration most) {
    return new Deadline(System.nanoTime() + most.toNanos());
  }

  /** What is left; zero when it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** What is left, if a part of it is to remain for what comes after. */
  public Duration leftBut(Duration reserve) {
    Duration most = left().minus(reserve);
    return most.isNegative() ? Duration.ZERO : most;
  }

  /** Whether nothing is left. */
  public boolean isOver() {
    return left().isZero();
  }
}
