package dev.postmortem.workflow.capture;

import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How long the first at the door waits for others, so that one piece of work keeps them together.
 * Not at all when messages come as people write them; a moment when they come in thousands.
 */
final class Gathering {
  /** From so many on, those who were just served come back together, but not in one instant. */
  private static final int CROWD = 12;

  private static final long CROWD_NANOS = 1_500_000;

  /**
   * From one piece of work to the next, while that brings some together. Each writes the same few
   * pages anew, however little it keeps: one by one, a thousand messages a second would fill the
   * memory and the disk with what is out of date a moment later.
   */
  private static final long APART_NANOS = 2_000_000;

  /** Who came alone even so is let in at once, and so are so many after them. */
  private static final int ALONE = 50;

  private static final long LOOK_NANOS = 50_000;

  private final LongSupplier nanos;
  private final LongConsumer pause;
  private int before;
  private int alone = ALONE;
  private long begun;

  /**
   * With nobody before.
   *
   * @param nanos tells the time
   * @param pause lets so many nanoseconds pass, or fewer
   */
  Gathering(LongSupplier nanos, LongConsumer pause) {
    this.nanos = nanos;
    this.pause = pause;
    this.begun = nanos.getAsLong() - APART_NANOS;
  }

  /** Returns when the next piece of work should begin. */
  void await(IntSupplier waiting) {
    if (before >= CROWD) {
      awaitCrowd(waiting);
    } else if (alone == 0) {
      awaitTime();
    }
    begun = nanos.getAsLong();
  }

  /** Whoever began with the first of them would force the disk twice for what fits in once. */
  private void awaitCrowd(IntSupplier waiting) {
    long end = nanos.getAsLong() + CROWD_NANOS;
    while (waiting.getAsInt() < before / 2 && nanos.getAsLong() < end) {
      pause.accept(LOOK_NANOS);
    }
  }

  private void awaitTime() {
    long end = begun + APART_NANOS;
    for (long left = end - nanos.getAsLong(); left > 0; left = end - nanos.getAsLong()) {
      pause.accept(left);
    }
  }

  /** So many are served now. */
  void served(int together) {
    before = together;
    if (together > 1) {
      alone = 0;
    } else {
      alone = alone == 0 ? ALONE : alone - 1;
    }
  }
}
