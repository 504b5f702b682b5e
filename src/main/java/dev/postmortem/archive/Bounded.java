package dev.postmortem.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that is read no further than the limits allow. */
final class Bounded extends FilterInputStream {
  private final Limits limits;
  private final Budget budget;
  private final long most;
  private long read;
  private long message;

  /**
   * @param packed how long the file is in a zip; -1 when it is not packed
   */
  Bounded(InputStream in, Limits limits, Budget budget, long packed) {
    super(in);
    this.limits = limits;
    this.budget = budget;
    long unpacked = packed < 0 ? limits.file() : Math.max(limits.free(), packed * limits.ratio());
    this.most = Math.min(limits.file(), unpacked);
  }

  /** What is read from here on belongs to another message. */
  void nextMessage() {
    message = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    if (count > 0) {
      read += count;
      message += count;
      budget.spend(count);
      check();
    }
    return count;
  }

  private void check() throws TooMuch {
    if (read > most) {
      boolean packed = most < limits.file();
      throw new TooMuch(
          packed
              ? "it unpacks to more than " + limits.ratio() + " times its size, as a zip bomb does"
              : "it is longer than " + megabytes(limits.file()));
    }
    if (message > limits.message()) {
      throw new TooMuch("a message is longer than " + megabytes(limits.message()));
    }
    if (budget.isSpent()) {
      throw new TooMuch("more than " + megabytes(limits.all()) + " were read before it");
    }
  }

  private static String megabytes(long bytes) {
    return bytes / (1024 * 1024) + " MB";
  }

  /** What may be read of all files together. */
  static final class Budget {
    private long left;

    Budget(long all) {
      this.left = all;
    }

    private void spend(long bytes) {
      left -= bytes;
    }

    private boolean isSpent() {
      return left < 0;
    }
  }

  /** A limit is passed. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String why) {
      super(why);
    }
  }
}
