package dev.postmortem;

import dev.postmortem.program.Exit;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM, or Ctrl-C: whoever waits for it is told, and the process ends when everything is
 * finished, or when the time is up, whatever hangs.
 */
final class StopSignal {
  /** Who ends a process kills it when it takes longer than fifteen seconds. */
  static final Duration AT_MOST = Duration.ofSeconds(14);

  /** As long as nothing has begun there is nothing to finish. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean busy;

  /** From now on the process ends in this way. */
  static StopSignal listening() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::end, "end"));
    return signal;
  }

  /** Waits until the process is to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** The same for a while; answers whether it is to end. */
  boolean await(Duration most) throws InterruptedException {
    return asked.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From now on there is something to finish. */
  void begun() {
    busy = true;
  }

  /** Everything is finished. */
  void finished() {
    finished.countDown();
  }

  private void end() {
    if (finished.getCount() == 0) {
      return; // it ends by itself, with a code of its own
    }
    asked.countDown();
    try {
      Duration most = busy ? AT_MOST : IDLE;
      boolean whole = finished.await(most.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(whole || !busy ? Exit.DONE : Exit.REFUSED);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
