package dev.postmortem.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a template, each with its line. */
final class Faults {
  private static final int MOST = 30;
  private static final int LONGEST_QUOTE = 60;
  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  private record Fault(int line, String sentence) {}

  /** The file as a whole is wrong. */
  void add(String sentence) {
    add(0, sentence);
  }

  void add(Node where, String sentence) {
    add(line(where), sentence);
  }

  /**
   * Notes a fault.
   *
   * @param line from 1; 0 for the file as a whole
   */
  void add(int line, String sentence) {
    found.add(new Fault(line, sentence));
  }

  boolean areNone() {
    return found.isEmpty();
  }

  /** The faults in the order of their lines. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Fault::line))
        .limit(MOST)
        .forEach(fault -> all.add(sentence(fault)));
    if (found.size() > MOST) {
      all.add(file + ": and " + (found.size() - MOST) + " more faults.");
    }
    return all;
  }

  private String sentence(Fault fault) {
    return file + (fault.line() == 0 ? ": " : ", line " + fault.line() + ": ") + fault.sentence();
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Words of the file within a sentence, brief and on one line. */
  static String quoted(String words) {
    String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    int end =
        line.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, line.codePointCount(0, line.length())));
    return "“" + line.substring(0, end) + (end < line.length() ? "…”" : "”");
  }
}
