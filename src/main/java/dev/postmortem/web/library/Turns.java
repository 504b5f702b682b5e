package dev.postmortem.web.library;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Long documents are shown in turn: each is held in memory while it is written, and many at once
 * would not fit. Others pass.
 */
final class Turns {
  /** As many entries as a document may have that need not wait. */
  private static final int SHORT = 2_000;

  /** Entries of long documents that are held at once; a longer one is held alone. */
  private static final int AT_ONCE = 50_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore entries = new Semaphore(AT_ONCE);
  private final Duration patience;

  Turns() {
    this(PATIENCE);
  }

  Turns(Duration patience) {
    this.patience = patience;
  }

  /** Shows a document. */
  interface Showing {
    void show() throws IOException;
  }

  /**
   * Shows a document of so many entries when it is its turn; answers false, and does nothing, when
   * that takes too long.
   */
  boolean show(int size, Showing showing) throws IOException {
    int needed = size <= SHORT ? 0 : Math.min(size, AT_ONCE);
    if (!isGranted(needed)) {
      return false;
    }
    try {
      showing.show();
      return true;
    } finally {
      entries.release(needed);
    }
  }

  private boolean isGranted(int needed) {
    try {
      return needed == 0 || entries.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
