package dev.postmortem.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Running text as a flat row of stretches, and back as a tree.
 *
 * <p>Slack lets a style begin with a space and span lines; Markdown and mrkdwn do not. In the
 * normal form neighbours of one style are one stretch, no style begins or ends with a space, and
 * none spans a line.
 */
public final class Runs {
  private Runs() {}

  /** The tree as a row, in the order of reading. */
  public static List<Run> flatten(List<Inline> inlines) {
    List<Run> runs = new ArrayList<>();
    flatten(inlines, EnumSet.noneOf(Style.class), runs);
    return runs;
  }

  /** The row as a tree in the normal form. */
  public static List<Inline> nest(List<Run> runs) {
    return group(normal(runs), List.of(Style.values()));
  }

  /** The row in the normal form. */
  public static List<Run> normal(List<Run> runs) {
    return merged(spacesOutside(split(merged(runs))));
  }

  /** The same words with no link among them: a link must not stand within another. */
  public static List<Inline> unlinked(List<Inline> inlines) {
    List<Inline> words = new ArrayList<>();
    for (Run run : flatten(inlines)) {
      List<Inline> inner =
          run.leaf() instanceof Inline.Link link ? unlinked(link.of()) : List.of(run.leaf());
      words.addAll(styled(inner, run.styles()));
    }
    return words;
  }

  private static List<Inline> styled(List<Inline> inlines, Set<Style> styles) {
    List<Inline> result = inlines;
    for (Style style : styles) {
      result = List.of(style.around(result));
    }
    return result;
  }

  private static void flatten(List<Inline> inlines, Set<Style> styles, List<Run> into) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Strong strong) {
        flatten(strong.of(), plus(styles, Style.STRONG), into);
      } else if (inline instanceof Inline.Emphasis emphasis) {
        flatten(emphasis.of(), plus(styles, Style.EMPHASIS), into);
      } else if (inline instanceof Inline.Strike strike) {
        flatten(strike.of(), plus(styles, Style.STRIKE), into);
      } else {
        into.add(new Run(styles, inline));
      }
    }
  }

  private static Set<Style> plus(Set<Style> styles, Style style) {
    Set<Style> all = EnumSet.of(style);
    all.addAll(styles);
    return all;
  }

  private static List<Run> merged(List<Run> runs) {
    List<Run> merged = new ArrayList<>();
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
    List<Run> split = new ArrayList<>();
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
    for (String piece :
        List.of(text.substring(0, start), words, text.substring(start + words.length()))) {
      if (!piece.isEmpty()) {
        into.add(new Run(run.styles(), new Inline.Text(piece)));
      }
    }
  }

  /** A space keeps the styles that both its neighbours have too. */
  private static List<Run> spacesOutside(List<Run> runs) {
    List<Run> result = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.isSpace()) {
        Set<Style> both = new HashSet<>(run.styles());
        both.retainAll(i == 0 ? Set.of() : result.get(i - 1).styles());
        both.retainAll(i + 1 == runs.size() ? Set.of() : runs.get(i + 1).styles());
        result.add(new Run(both, run.leaf()));
      } else {
        result.add(run);
      }
    }
    return result;
  }

  private static List<Inline> group(List<Run> runs, List<Style> styles) {
    if (styles.isEmpty()) {
      return runs.stream().map(Run::leaf).toList();
    }
    Style style = styles.get(0);
    List<Inline> inlines = new ArrayList<>();
    int from = 0;
    while (from < runs.size()) {
      int to = endOf(runs, from, style);
      List<Inline> inner = group(runs.subList(from, to), styles.subList(1, styles.size()));
      boolean styled = runs.get(from).styles().contains(style);
      inlines.addAll(styled ? List.of(style.around(inner)) : inner);
      from = to;
    }
    return inlines;
  }

  private static int endOf(List<Run> runs, int from, Style style) {
    boolean styled = runs.get(from).styles().contains(style);
    int to = from + 1;
    while (to < runs.size() && runs.get(to).styles().contains(style) == styled) {
      to++;
    }
    return to;
  }
}
