package dev.postmortem.rehearsal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Wakes what is due by the clock: at each move of a held clock, several times a second by any
 * other.
 */
final class Ticking implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 200;
  private final Runnable stop;

  private Ticking(Runnable stop) {
    this.stop = stop;
  }

  static Ticking of(Clock clock, Runnable wake) {
    if (clock instanceof HeldClock held) {
      held.onMove(wake);
      return new Ticking(() -> held.forget(wake));
    }
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Ticking::thread);
    var unused =
        timer.scheduleWithFixedDelay(wake, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    return new Ticking(timer::shutdownNow);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rehearsal-clock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    stop.run();
  }
}
