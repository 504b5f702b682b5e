package dev.postmortem.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which styles CommonMark can show. Its marks count only where they lean on a word from the right
 * side (CommonMark 0.31, section 6.2, "flanking"), and two marks in a row may be read as another
 * one; where a mark would be shown as itself the style is dropped and the words stay.
 */
final class MarkdownStyles {
  private final List<Run> runs;
  private final List<String> pieces;
  private final List<Set<Style>> kept = new ArrayList<>();
  private final boolean[] starEnds;

  MarkdownStyles(List<Run> runs, List<String> pieces) {
    this.runs = runs;
    this.pieces = pieces;
    this.starEnds = new boolean[runs.size() + 1];
  }

  static String mark(Style style) {
    return switch (style) {
      case STRIKE -> "~~";
      case STRONG -> "**";
      case EMPHASIS -> "*";
    };
  }

  /** For each stretch the styles that it keeps. */
  List<Set<Style>> kept() {
    runs.forEach(run -> kept.add(EnumSet.noneOf(Style.class)));
    for (int i = 0; i < runs.size(); i++) {
      for (Style style : Style.values()) {
        if (opensAt(i, style)) {
          tryFrom(i, style);
        }
      }
    }
    return kept;
  }

  private void tryFrom(int from, Style style) {
    int to = from + 1;
    while (to < runs.size() && continuesAt(to, style)) {
      to++;
    }
    if (isShown(from, to, style)) {
      for (int i = from; i < to; i++) {
        kept.get(i).add(style);
      }
      starEnds[to] |= style != Style.STRIKE;
    }
  }

  private boolean opensAt(int i, Style style) {
    return runs.get(i).styles().contains(style) && (i == 0 || !continuesAt(i, style));
  }

  /** Whether the style goes on from the stretch before, and every style around it does too. */
  private boolean continuesAt(int i, Style style) {
    Set<Style> before = runs.get(i - 1).styles();
    Set<Style> here = runs.get(i).styles();
    for (Style outer : Style.values()) {
      if (outer == style) {
        break;
      }
      if (before.contains(outer) != here.contains(outer)) {
        return false;
      }
    }
    return before.contains(style) && here.contains(style);
  }

  private boolean isShown(int from, int to, Style style) {
    int before = from == 0 ? ' ' : last(pieces.get(from - 1));
    int after = to == pieces.size() ? ' ' : first(pieces.get(to));
    return (style == Style.STRIKE || !starEnds[from])
        && (style != Style.EMPHASIS || standsApart(from, to, before, after))
        && leans(first(pieces.get(from)), before)
        && leans(last(pieces.get(to - 1)), after)
        && (style != Style.STRIKE || leansOnStars(from, to, before, after));
  }

  /** Between a stroke and the word there may be the stars of the styles within. */
  private boolean leansOnStars(int from, int to, int before, int after) {
    return (!isStarred(from) || leans('*', before)) && (!isStarred(to - 1) || leans('*', after));
  }

  private boolean isStarred(int i) {
    Set<Style> styles = runs.get(i).styles();
    return styles.contains(Style.STRONG) || styles.contains(Style.EMPHASIS);
  }

  /**
   * Within strong text a single star could be read as half of the mark around it, unless both begin
   * or end together or a space keeps it apart.
   */
  private boolean standsApart(int from, int to, int before, int after) {
    return !isStrong(from)
        || ((isSpace(before) || !isStrong(from - 1)) && (isSpace(after) || !isStrong(to)));
  }

  private boolean isStrong(int i) {
    return i >= 0 && i < kept.size() && kept.get(i).contains(Style.STRONG);
  }

  private static boolean leans(int inside, int outside) {
    return !isSpace(inside)
        && (!isPunctuation(inside) || isSpace(outside) || isPunctuation(outside));
  }

  private static int first(String piece) {
    return piece.isEmpty() ? ' ' : piece.codePointAt(0);
  }

  private static int last(String piece) {
    return piece.isEmpty() ? ' ' : piece.codePointBefore(piece.length());
  }

  /** What CommonMark takes for a space, which is less than what Java does. */
  private static boolean isSpace(int c) {
    return switch (c) {
      case ' ', '\t', '\n', '\f', '\r' -> true;
      default -> Character.getType(c) == Character.SPACE_SEPARATOR;
    };
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
