package dev.postmortem.program;

import dev.postmortem.storage.copy.Progress;
import java.io.PrintWriter;

/** How far a copy is: a bar on a terminal, and a line for each tenth elsewhere. */
final class CopyProgress implements Progress {
  private final String verb;
  private final PrintWriter out;
  private final ProgressBar bar;
  private long said;

  /**
   * Tells it.
   *
   * @param verb what is being done, as in copied
   */
  CopyProgress(String verb, PrintWriter out) {
    this.verb = verb;
    this.out = out;
    this.bar = ProgressBar.on(out, "rows " + verb);
  }

  @Override
  public void at(String table, long done, long all) {
    bar.at(done, all);
    long tenths = all == 0 ? 0 : done * 10 / all;
    if (!bar.isShown() && tenths > said) {
      said = tenths;
      out.println(tenths + "0 % of " + all + " rows " + verb + " (" + table + ")");
    }
  }

  void end() {
    bar.end();
  }
}
