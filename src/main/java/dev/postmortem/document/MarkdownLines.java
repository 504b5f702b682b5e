package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

/** Running text as CommonMark. */
final class MarkdownLines {
  private MarkdownLines() {}

  /** The lines of a paragraph; a line that the writer ended is a hard break. */
  static StringBuilder paragraph(List<Inline> inlines, StringBuilder out) {
    int start = out.length();
    write(inlines, true, out);
    Lines.stripEnd(out, start);
    return out;
  }

  /** One line, as a heading or a label must be. */
  static StringBuilder line(List<Inline> inlines, StringBuilder out) {
    return write(inlines, false, out);
  }

  private static StringBuilder write(List<Inline> inlines, boolean ofLines, StringBuilder out) {
    List<Run> runs = codesJoined(withoutOuterBreaks(Runs.normal(Runs.flatten(inlines))));
    if (isPlain(runs)) {
      MarkdownRow.write(runs, ofLines, out);
    } else {
      MarkdownRow row = MarkdownRow.write(runs, ofLines, new StringBuilder(256));
      row.join(new MarkdownStyles(row).kept(), out);
    }
    return out;
  }

  private static boolean isPlain(List<Run> runs) {
    for (Run run : runs) {
      if (!run.styles().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The marks of two codes in a row would be read as one mark. */
  private static List<Run> codesJoined(List<Run> runs) {
    if (!hasCodesInARow(runs)) {
      return runs;
    }
    List<Run> joined = new ArrayList<>(runs.size());
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

  private static boolean hasCodesInARow(List<Run> runs) {
    for (int i = 1; i < runs.size(); i++) {
      if (runs.get(i).leaf() instanceof Inline.Code
          && runs.get(i - 1).leaf() instanceof Inline.Code) {
        return true;
      }
    }
    return false;
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
    return to - from == runs.size() ? runs : runs.subList(from, to);
  }
}
