package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an H2 file small while it is written to. Each commit writes the pages that it changed anew;
 * what still holds in parts of the file that are mostly out of date is copied to its end, a little
 * at a time, and the parts are written over. H2's own thread does more at once, with the file
 * locked, for which a message would wait up to a tenth of a second.
 */
final class H2Upkeep implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

  /** In percent of a part that still holds. More costs more copying than it saves. */
  private static final int WORTH_KEEPING = 60;

  private static final int BYTES = 64 * 1024;
  private static final long EVERY_MILLIS = 100;

  /** Below this share messages that come one by one make more to copy than is copied. */
  private static final int BEHIND = 50;

  private static final long BEHIND_MILLIS = 25;
  private static final long PATIENCE_MILLIS = 5_000;

  private final MVStore file;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::tidyUntilOver, "h2-upkeep");

  private H2Upkeep(MVStore file) {
    this.file = file;
  }

  /** Begins with it. */
  static H2Upkeep of(Connection connection) throws SQLException {
    H2Upkeep upkeep = new H2Upkeep(H2Forcing.file(connection));
    upkeep.thread.setDaemon(true);
    upkeep.thread.start();
    return upkeep;
  }

  private void tidyUntilOver() {
    try {
      long pause = EVERY_MILLIS;
      while (!over.await(pause, TimeUnit.MILLISECONDS)) {
        pause = tidy() ? BEHIND_MILLIS : EVERY_MILLIS;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers whether much is left. */
  private boolean tidy() {
    try {
      if (!file.compact(WORTH_KEEPING, BYTES)) {
        return false;
      }
      file.tryCommit();
      return file.getFileStore().getChunksFillRate() < BEHIND;
    } catch (MVStoreException | IllegalStateException failed) {
      // whoever writes next hears of it; this goes on, should the file come back
      LOG.debug("the database file could not be tidied", failed);
      return false;
    }
  }

  /** Returns when nothing of it is under way. */
  @Override
  public void close() {
    over.countDown();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
