package dev.postmortem;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** How far something is, on a terminal; elsewhere nothing is written. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private final PrintWriter out;
  private final boolean shown;
  private int drawn = -1;

  ProgressBar(PrintWriter out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  /** For a terminal that can redraw a line. */
  static ProgressBar on(PrintWriter out) {
    return new ProgressBar(out, Ansi.AUTO.enabled());
  }

  void at(int done, int all) {
    int full = all == 0 ? WIDTH : (int) ((long) WIDTH * done / all);
    if (shown && full != drawn) {
      drawn = full;
      String bar = "@|green " + "█".repeat(full) + "|@" + "░".repeat(WIDTH - full);
      out.print("\r" + Ansi.ON.string(full == 0 ? "░".repeat(WIDTH) : bar));
      out.print(" " + done + " of " + all + " days");
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
