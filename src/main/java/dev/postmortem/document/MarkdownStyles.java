package dev.postmortem.document;

import java.util.Arrays;

/**
 * Which styles CommonMark can show. Its marks count only where they lean on a word from the right
 * side (CommonMark 0.31, section 6.2, "flanking"), and two marks in a row may be read as another
 * one; where a mark would be shown as itself the style is dropped and the words stay.
 */
final class MarkdownStyles {
  private static final Style[] STYLES = Style.values();

  private final MarkdownRow row;
  private final Styles[] kept;
  private final boolean[] starEnds;

  MarkdownStyles(MarkdownRow row) {
    this.row = row;
    this.kept = new Styles[row.size()];
    this.starEnds = new boolean[row.size() + 1];
  }

  static String mark(Style style) {
    return switch (style) {
      case STRIKE -> "~~";
      case STRONG -> "**";
      case EMPHASIS -> "*";
    };
  }

  /** For each stretch the styles that it keeps. */
  Styles[] kept() {
    Arrays.fill(kept, Styles.NONE);
    for (int i = 0; i < kept.length; i++) {
      if (!row.styles(i).isEmpty()) {
        tryFrom(i);
      }
    }
    return kept;
  }

  private void tryFrom(int i) {
    for (Style style : row.styles(i)) {
      if (i == 0 || !continuesAt(i, style)) {
        tryFrom(i, style);
      }
    }
  }

  private void tryFrom(int from, Style style) {
    int to = from + 1;
    while (to < kept.length && continuesAt(to, style)) {
      to++;
    }
    if (isShown(from, to, style)) {
      for (int i = from; i < to; i++) {
        kept[i] = kept[i].with(style);
      }
      starEnds[to] |= style != Style.STRIKE;
    }
  }

  /** Whether the style goes on from the stretch before, and every style around it does too. */
  private boolean continuesAt(int i, Style style) {
    Styles before = row.styles(i - 1);
    Styles here = row.styles(i);
    for (Style outer : STYLES) {
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
    int before = from == 0 ? ' ' : row.last(from - 1);
    int after = to == kept.length ? ' ' : row.first(to);
    return (style == Style.STRIKE || !starEnds[from])
        && (style != Style.EMPHASIS || standsApart(from, to, before, after))
        && leans(row.first(from), before)
        && leans(row.last(to - 1), after)
        && (style != Style.STRIKE || leansOnStars(from, to, before, after));
  }

  /** Between a stroke and the word there may be the stars of the styles within. */
  private boolean leansOnStars(int from, int to, int before, int after) {
    return (!isStarred(from) || leans('*', before)) && (!isStarred(to - 1) || leans('*', after));
  }

  private boolean isStarred(int i) {
    Styles styles = row.styles(i);
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
    return i >= 0 && i < kept.length && kept[i].contains(Style.STRONG);
  }

  private static boolean leans(int inside, int outside) {
    return !isSpace(inside)
        && (!isPunctuation(inside) || isSpace(outside) || isPunctuation(outside));
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
