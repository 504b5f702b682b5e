package dev.postmortem;

import dev.postmortem.workflow.Deadline;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends one thing after another. All share one deadline, and one that hangs is left behind: what was
 * acknowledged is on the disk already, and the next start takes up the rest.
 */
final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  /** A step that was given its time is left alone for a moment more. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Deadline deadline;

  Ending(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Does one step, if there is time.
   *
   * @param reserve what is to be left for the steps after it
   * @param step is told how much time it has
   */
  Ending then(String what, Duration reserve, Consumer<Duration> step) {
    Duration most = deadline.leftBut(reserve);
    Thread thread = new Thread(() -> perform(what, most, step), "end-" + what.replace(' ', '-'));
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(most.plus(GRACE).toMillis());
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("{} did not end in time", what);
    }
    return this;
  }

  private static void perform(String what, Duration most, Consumer<Duration> step) {
    try {
      step.accept(most);
    } catch (RuntimeException failed) {
      LOG.warn("{} did not end well: {}", what, failed.toString());
      LOG.debug("why", failed);
    }
  }
}
