package dev.postmortem.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read while the rest was. */
public final class Faults {
  private static final int LISTED = 100;
  private static final int LONGEST = 300;
  private final Set<String> lines = new LinkedHashSet<>();
  private int more;

  /** A file, or a part of it. The same fault is kept once, as files may be read again. */
  void add(String file, String why) {
    String line = printable(file) + ": " + printable(why);
    if (lines.size() < LISTED) {
      lines.add(line);
    } else if (!lines.contains(line)) {
      more++;
    }
  }

  /** A place in a file. */
  void add(String file, int line, String why) {
    add(file, "line " + line + ": " + why);
  }

  /** One line a fault, at most a hundred. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more like these");
    }
    return all;
  }

  /** Names of files come from strangers, and go to a terminal. */
  static String printable(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", "?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
