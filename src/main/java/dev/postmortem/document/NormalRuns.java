package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a row of stretches into the normal form, see {@link Runs}. */
final class NormalRuns {
  private NormalRuns() {}

  /** Whether the row has the normal form for certain. */
  static boolean areNormal(List<Run> runs) {
    Styles before = null;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.leaf() instanceof Inline.Text text) {
        if (!isNormal(text.text(), run.styles(), before)) {
          return false;
        }
        before = run.styles();
      } else if (run.isBreak() && !run.styles().isEmpty()) {
        return false;
      } else {
        before = null;
      }
    }
    return true;
  }

  private static boolean isNormal(String text, Styles styles, @Nullable Styles before) {
    return !text.isEmpty()
        && !styles.equals(before)
        && text.indexOf('\n') < 0
        && (styles.isEmpty() || !(isSpace(text, 0) || isSpace(text, text.length() - 1)));
  }

  private static boolean isSpace(String text, int at) {
    return Character.isWhitespace(text.charAt(at));
  }

  static List<Run> of(List<Run> runs) {
    return merged(spacesOutside(split(merged(runs))));
  }

  private static List<Run> merged(List<Run> runs) {
    List<Run> merged = new ArrayList<>(runs.size());
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (!(run.leaf() instanceof Inline.Text text)) {
        merged.add(run);
        continue;
      }
      words.append(text.text());
      if (i + 1 == runs.size() || !isMoreOf(run, runs.get(i + 1))) {
        if (!words.isEmpty()) {
          merged.add(new Run(run.styles(), new Inline.Text(words.toString())));
        }
        words.setLength(0);
      }
    }
    return merged;
  }

  private static boolean isMoreOf(Run run, Run next) {
    return next.leaf() instanceof Inline.Text && next.styles().equals(run.styles());
  }

  /** Lines apart, and the spaces at the edges of a text apart from its words. */
  private static List<Run> split(List<Run> runs) {
    List<Run> split = new ArrayList<>(runs.size());
    for (Run run : runs) {
      if (run.leaf() instanceof Inline.Text text) {
        splitLines(run, text.text(), split);
      } else {
        split.add(run.isBreak() ? Run.plain(run.leaf()) : run);
      }
    }
    return split;
  }

  private static void splitLines(Run run, String text, List<Run> into) {
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      splitSpaces(run, text.substring(from, at), into);
      into.add(Run.plain(new Inline.Break()));
      from = at + 1;
    }
    splitSpaces(run, text.substring(from), into);
  }

  private static void splitSpaces(Run run, String text, List<Run> into) {
    String words = text.strip();
    int start = words.isEmpty() ? text.length() : text.indexOf(words.charAt(0));
    add(run, text.substring(0, start), into);
    add(run, words, into);
    add(run, text.substring(start + words.length()), into);
  }

  private static void add(Run run, String piece, List<Run> into) {
    if (!piece.isEmpty()) {
      into.add(new Run(run.styles(), new Inline.Text(piece)));
    }
  }

  /** A space keeps the styles that both its neighbours have too. */
  private static List<Run> spacesOutside(List<Run> runs) {
    List<Run> result = new ArrayList<>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.isSpace()) {
        Styles left = i == 0 ? Styles.NONE : result.get(i - 1).styles();
        Styles right = i + 1 == runs.size() ? Styles.NONE : runs.get(i + 1).styles();
        result.add(new Run(run.styles().shared(left).shared(right), run.leaf()));
      } else {
        result.add(run);
      }
    }
    return result;
  }
}
