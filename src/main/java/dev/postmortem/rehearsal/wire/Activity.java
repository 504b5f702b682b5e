package dev.postmortem.rehearsal.wire;

import java.time.Duration;

/** How much is under way between the workspace and the app. */
public final class Activity {
  private int underWay;

  /** Something begins. */
  public synchronized void begin() {
    underWay++;
  }

  /** Something ends. */
  public synchronized void end() {
    underWay--;
    notifyAll();
  }

  /** Waits until nothing is under way; whether that came to be within the time. */
  public synchronized boolean awaitQuiet(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); underWay > 0 && left > 0; left = end - System.nanoTime()) {
      wait(left / 1_000_000 + 1);
    }
    return underWay == 0;
  }
}
