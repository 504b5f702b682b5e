package dev.postmortem.program;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** How far something is, on a terminal; elsewhere nothing is written. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private final PrintWriter out;
  private final boolean shown;
  private final String unit;
  private int drawn = -1;

  ProgressBar(PrintWriter out, boolean shown, String unit) {
    this.out = out;
    this.shown = shown;
    this.unit = unit;
  }

  /**
   * For a terminal that can redraw a line.
   *
   * @param unit what is counted, as in days
   */
  static ProgressBar on(PrintWriter out, String unit) {
    return new ProgressBar(out, Ansi.AUTO.enabled(), unit);
  }

  /** Whether anybody sees it. */
  boolean isShown() {
    return shown;
  }

  void at(long done, long all) {
    int full = all == 0 ? WIDTH : (int) (WIDTH * done / all);
    if (shown && full != drawn) {
      drawn = full;
      String bar = "@|green " + "█".repeat(full) + "|@" + "░".repeat(WIDTH - full);
      out.print("\r" + Ansi.ON.string(full == 0 ? "░".repeat(WIDTH) : bar));
      out.print(" " + done + " of " + all + " " + unit);
      out.flush();
    }
  }

  /** Takes the bar away. */
  void end() {
    if (shown && drawn >= 0) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }
}
