package dev.postmortem.rehearsal.who;

import java.util.Locale;

/** Ids that look like Slack's and come in the same order in every run. */
public final class Ids {
  private static final long STEP = 7_919_000_003L;
  private static final long SPACE = 2_821_109_907_456L; // 36^8
  private long count;

  /** A new id with this prefix. */
  public synchronized String next(String prefix) {
    count++;
    String digits = Long.toString(count * STEP % SPACE, 36).toUpperCase(Locale.ROOT);
    return prefix + "0" + "0".repeat(8 - digits.length()) + digits;
  }

  /** A new short id, as Slack gives to blocks and actions. */
  public synchronized String shortId() {
    count++;
    return "r" + Long.toString(count * STEP % 1_679_616, 36);
  }
}
