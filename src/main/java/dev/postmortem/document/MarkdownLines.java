package dev.postmortem.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Running text as CommonMark. */
final class MarkdownLines {
  private MarkdownLines() {}

  /** The lines of a paragraph; a line that the writer ended is a hard break. */
  static String paragraph(List<Inline> inlines) {
    return write(inlines, "\\\n", true).stripTrailing();
  }

  /** One line, as a heading or a label must be. */
  static String line(List<Inline> inlines) {
    return write(inlines, " ", false);
  }

  private static String write(List<Inline> inlines, String lineEnd, boolean startsLine) {
    List<Run> runs = codesJoined(withoutOuterBreaks(Runs.normal(Runs.flatten(inlines))));
    List<String> pieces = new ArrayList<>();
    boolean atLineStart = startsLine;
    for (Run run : runs) {
      pieces.add(run.leaf().accept(new MarkdownLeaf(lineEnd, atLineStart)));
      atLineStart = startsLine && run.isBreak();
    }
    List<Set<Style>> kept = new MarkdownStyles(runs, pieces).kept();
    return join(pieces, kept);
  }

  /** The marks of two codes in a row would be read as one mark. */
  private static List<Run> codesJoined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      int last = joined.size() - 1;
      if (run.leaf() instanceof Inline.Code more
          && last >= 0
          && joined.get(last).leaf() instanceof Inline.Code code) {
        Inline both = new Inline.Code(code.text() + more.text());
        joined.set(last, new Run(joined.get(last).styles(), both));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  private static List<Run> withoutOuterBreaks(List<Run> runs) {
    int from = 0;
    int to = runs.size();
    while (from < to && runs.get(from).isBreak()) {
      from++;
    }
    while (to > from && runs.get(to - 1).isBreak()) {
      to--;
    }
    return runs.subList(from, to);
  }

  private static String join(List<String> pieces, List<Set<Style>> kept) {
    StringBuilder out = new StringBuilder();
    Set<Style> open = EnumSet.noneOf(Style.class);
    for (int i = 0; i < pieces.size(); i++) {
      change(open, kept.get(i), out);
      open = kept.get(i);
      append(pieces.get(i), out);
    }
    change(open, Set.of(), out);
    return out.toString();
  }

  private static void change(Set<Style> from, Set<Style> to, StringBuilder out) {
    Style[] styles = Style.values();
    int same = 0;
    while (same < styles.length && from.contains(styles[same]) == to.contains(styles[same])) {
      same++;
    }
    for (int i = styles.length - 1; i >= same; i--) {
      out.append(from.contains(styles[i]) ? MarkdownStyles.mark(styles[i]) : "");
    }
    for (int i = same; i < styles.length; i++) {
      out.append(to.contains(styles[i]) ? MarkdownStyles.mark(styles[i]) : "");
    }
  }

  /** An exclamation mark before a link would make it a picture. */
  private static void append(String piece, StringBuilder out) {
    if (piece.startsWith("[") && !out.isEmpty() && out.charAt(out.length() - 1) == '!') {
      out.insert(out.length() - 1, '\\');
    }
    out.append(piece);
  }
}
