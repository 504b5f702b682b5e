package dev.postmortem;

import dev.postmortem.workflow.Backoff;
import java.time.Duration;

/** Waits for what is away, longer each time, unless the bot is to end. */
final class Patience {
  private static final Backoff BACKOFF = Backoff.of(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private final Pause pause;
  private final Backoff backoff;

  /** Waits so long; answers whether the bot is to end. */
  interface Pause {
    boolean take(Duration time) throws InterruptedException;
  }

  Patience(Pause pause) {
    this(pause, BACKOFF);
  }

  Patience(Pause pause, Backoff backoff) {
    this.pause = pause;
    this.backoff = backoff;
  }

  /** For whoever is never told to end while he waits. */
  static Patience endless() {
    return new Patience(
        time -> {
          Thread.sleep(time.toMillis());
          return false;
        });
  }

  /** How long the pause after so many failures in a row is to be. */
  Duration after(int failures) {
    return backoff.after(failures);
  }

  /** Waits. */
  void rest(Duration time) throws Wiring.Stopped {
    try {
      if (pause.take(time)) {
        throw new Wiring.Stopped();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Wiring.Stopped();
    }
  }
}
