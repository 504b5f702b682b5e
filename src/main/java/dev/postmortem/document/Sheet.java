package dev.postmortem.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Text in the making. What is finished is handed on, so that a long one is never held whole. */
final class Sheet {
  private static final int SHORT = 512;
  private static final int FULL = 1 << 16;

  private final StringBuilder text = new StringBuilder(SHORT);
  private final @Nullable Appendable reader;
  private long handedOn;
  private int held;

  private Sheet(@Nullable Appendable reader) {
    this.reader = reader;
  }

  /** A sheet that keeps everything. */
  static Sheet kept() {
    return new Sheet(null);
  }

  /** A sheet whose reader gets everything, piece by piece. */
  static Sheet readBy(Appendable reader) {
    return new Sheet(reader);
  }

  /** What is not finished yet. */
  StringBuilder text() {
    return text;
  }

  /** How much was written so far. */
  long position() {
    return handedOn + text.length();
  }

  /** What is written from now on is looked at again, such as the lines within a quote. */
  void hold() {
    held++;
  }

  /** What was held is finished. */
  void release() {
    held--;
    finished();
  }

  /** Unless something is held, what stands here is finished. */
  void finished() {
    if (held == 0 && text.length() > FULL) {
      close();
    }
  }

  /** Everything is finished. */
  void close() {
    if (reader != null) {
      handOn(reader, text);
      text.setLength(0);
    }
  }

  /** Writes what is so large that it is better not copied; nothing may be held. */
  void large(String data) {
    close();
    if (reader == null) {
      text.append(data);
    } else {
      handOn(reader, data);
    }
  }

  private void handOn(Appendable to, CharSequence written) {
    try {
      to.append(written);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    handedOn += written.length();
  }

  /** All of it, from a sheet that keeps everything. */
  @Override
  public String toString() {
    return text.toString();
  }
}
