package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

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
    List<Run> runs = new ArrayList<>(inlines.size());
    flatten(inlines, Styles.NONE, runs);
    return runs;
  }

  /** The row as a tree in the normal form. */
  public static List<Inline> nest(List<Run> runs) {
    return group(normal(runs), 0);
  }

  /** The same for a row that has the normal form already. */
  public static List<Inline> nestNormal(List<Run> runs) {
    return group(runs, 0);
  }

  /** The row in the normal form; most rows have it already. */
  public static List<Run> normal(List<Run> runs) {
    return NormalRuns.areNormal(runs) ? runs : NormalRuns.of(runs);
  }

  /** The same words with no link among them: a link must not stand within another. */
  public static List<Inline> unlinked(List<Inline> inlines) {
    if (inlines.size() == 1 && inlines.get(0) instanceof Inline.Text) {
      return inlines;
    }
    List<Inline> words = new ArrayList<>(inlines.size());
    for (Run run : flatten(inlines)) {
      List<Inline> inner =
          run.leaf() instanceof Inline.Link link ? unlinked(link.of()) : List.of(run.leaf());
      words.addAll(styled(inner, run.styles()));
    }
    return words;
  }

  private static List<Inline> styled(List<Inline> inlines, Styles styles) {
    List<Inline> result = inlines;
    for (Style style : styles) {
      result = List.of(style.around(result));
    }
    return result;
  }

  private static void flatten(List<Inline> inlines, Styles styles, List<Run> into) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Strong strong) {
        flatten(strong.of(), styles.with(Style.STRONG), into);
      } else if (inline instanceof Inline.Emphasis emphasis) {
        flatten(emphasis.of(), styles.with(Style.EMPHASIS), into);
      } else if (inline instanceof Inline.Strike strike) {
        flatten(strike.of(), styles.with(Style.STRIKE), into);
      } else {
        into.add(new Run(styles, inline));
      }
    }
  }

  /** Neighbours that share their outermost style go into one piece of the tree. */
  private static List<Inline> group(List<Run> runs, int depth) {
    List<Inline> inlines = new ArrayList<>(runs.size());
    int from = 0;
    while (from < runs.size()) {
      Style style = runs.get(from).styles().within(depth);
      int to = from + 1;
      if (style == null) {
        inlines.add(runs.get(from).leaf());
      } else {
        while (to < runs.size() && style == runs.get(to).styles().within(depth)) {
          to++;
        }
        inlines.add(style.around(group(runs.subList(from, to), style.depth() + 1)));
      }
      from = to;
    }
    return inlines;
  }
}
