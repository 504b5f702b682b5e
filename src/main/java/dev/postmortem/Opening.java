package dev.postmortem;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database. While it is away it is tried again; while another process has it, which may
 * be the one before this that is about to end, for half a minute.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final Duration TAKEN = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofMillis(500);
  private final Patience patience;

  Opening(Patience patience) {
    this.patience = patience;
  }

  Database database(Settings.Storage storage) throws DatabaseRefused, Wiring.Stopped {
    long begun = System.nanoTime();
    for (int failures = 1; ; failures++) {
      try {
        return Database.open(storage.url(), storage.user(), storage.password());
      } catch (DatabaseRefused refused) {
        patience.rest(pause(refused, failures, Duration.ofNanos(System.nanoTime() - begun)));
      }
    }
  }

  private Duration pause(DatabaseRefused refused, int failures, Duration waited)
      throws DatabaseRefused {
    boolean taken = refused.hope() == DatabaseRefused.Hope.SOON;
    if (refused.hope() == DatabaseRefused.Hope.NONE || (taken && waited.compareTo(TAKEN) > 0)) {
      throw refused;
    }
    Duration pause = taken ? A_MOMENT : patience.after(failures);
    if (!taken || failures == 1) {
      LOG.warn("{} It is tried again.", refused.getMessage());
    }
    return pause;
  }
}
