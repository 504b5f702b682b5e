package dev.postmortem.document;

import java.util.List;

/** Stretches as CommonMark, one after the other, still without the marks of their styles. */
final class MarkdownRow {
  private final List<Run> runs;
  private final StringBuilder text;

  /** Behind which character each of them ends. */
  private final int[] ends;

  private MarkdownRow(List<Run> runs, StringBuilder text, int[] ends) {
    this.runs = runs;
    this.text = text;
    this.ends = ends;
  }

  /**
   * Writes the stretches.
   *
   * @param ofLines whether they may be of several lines; else they become one
   */
  static MarkdownRow write(List<Run> runs, boolean ofLines, StringBuilder out) {
    int[] ends = new int[runs.size()];
    MarkdownLeaf leaf = new MarkdownLeaf(ofLines, out);
    int line = ofLines ? out.length() : -1;
    for (int i = 0; i < ends.length; i++) {
      int start = out.length();
      leaf.inLine(line);
      runs.get(i).leaf().accept(leaf);
      if (i > 0 && isLinkBehindExclamation(out, start)) {
        out.insert(start - 1, '\\');
        ends[i - 1]++;
      }
      ends[i] = out.length();
      line = ofLines && runs.get(i).isBreak() ? out.length() : line;
    }
    return new MarkdownRow(runs, out, ends);
  }

  /** An exclamation mark before a link would make it a picture. */
  private static boolean isLinkBehindExclamation(StringBuilder out, int start) {
    return start > 0
        && out.length() > start
        && out.charAt(start) == '['
        && out.charAt(start - 1) == '!';
  }

  int size() {
    return ends.length;
  }

  Styles styles(int i) {
    return runs.get(i).styles();
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  /** The first character of a stretch; a space when it is empty. */
  int first(int i) {
    return ends[i] == start(i) ? ' ' : text.codePointAt(start(i));
  }

  /** The last character of a stretch; a space when it is empty. */
  int last(int i) {
    return ends[i] == start(i) ? ' ' : text.codePointBefore(ends[i]);
  }

  /** Writes them with the marks of these styles. */
  void join(Styles[] kept, StringBuilder out) {
    char[] chars = new char[text.length()];
    text.getChars(0, chars.length, chars, 0);
    Styles open = Styles.NONE;
    for (int i = 0; i < ends.length; i++) {
      change(open, kept[i], out);
      open = kept[i];
      out.append(chars, start(i), ends[i] - start(i));
    }
    change(open, Styles.NONE, out);
  }

  private static void change(Styles from, Styles to, StringBuilder out) {
    if (from.equals(to)) {
      return;
    }
    Style[] styles = Style.values();
    int same = 0;
    while (from.contains(styles[same]) == to.contains(styles[same])) {
      same++;
    }
    for (int i = styles.length - 1; i >= same; i--) {
      out.append(from.contains(styles[i]) ? MarkdownStyles.mark(styles[i]) : "");
    }
    for (int i = same; i < styles.length; i++) {
      out.append(to.contains(styles[i]) ? MarkdownStyles.mark(styles[i]) : "");
    }
  }
}
