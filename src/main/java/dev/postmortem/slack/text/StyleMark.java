package dev.postmortem.slack.text;

import dev.postmortem.document.Run;
import dev.postmortem.document.Style;
import dev.postmortem.document.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A character that may begin or end a style. It counts only at the edge of a word, next to no mark
 * of its own kind, and on the side where the word is; the mark that is nearest closes.
 *
 * @param piece which piece of the line it is
 */
record StyleMark(Style style, int piece, boolean opens, boolean closes) {
  private static final int NONE = -1;

  static boolean isMark(char c) {
    return c == '*' || c == '_' || c == '~';
  }

  static StyleMark at(String line, int at, int piece) {
    char mark = line.charAt(at);
    int before = before(line, at);
    int after = after(line, at);
    boolean alone = before != mark && after != mark;
    return new StyleMark(
        style(mark),
        piece,
        alone && !isWord(before) && !isSpace(after),
        alone && !isWord(after) && !isSpace(before));
  }

  private static Style style(char mark) {
    return switch (mark) {
      case '*' -> Style.STRONG;
      case '_' -> Style.EMPHASIS;
      default -> Style.STRIKE;
    };
  }

  static int before(String line, int at) {
    return at == 0 ? NONE : line.codePointBefore(at);
  }

  static int after(String line, int at) {
    return at + 1 >= line.length() ? NONE : line.codePointAt(at + 1);
  }

  static boolean isWord(int c) {
    return c != NONE && Character.isLetterOrDigit(c);
  }

  /** The signs by which writers break a mark. */
  static boolean isInvisible(int c) {
    return c == 0x200B || c == 0x2060 || c == 0xFEFF;
  }

  /** The ends of the line count as spaces. */
  private static boolean isSpace(int c) {
    return c == NONE || Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  /** The pieces in their styles; the marks that made a style are gone, the others are text. */
  static List<Run> apply(List<StyleMark> marks, List<Run> pieces) {
    if (marks.isEmpty()) {
      return pieces;
    }
    @Nullable Style[] turns = pairs(marks, pieces.size());
    List<Run> runs = new ArrayList<>(pieces.size());
    Styles styles = Styles.NONE;
    for (int i = 0; i < turns.length; i++) {
      Style turn = turns[i];
      if (turn == null) {
        runs.add(new Run(styles, pieces.get(i).leaf()));
      } else {
        styles = styles.contains(turn) ? styles.without(turn) : styles.with(turn);
      }
    }
    return runs;
  }

  /** For each piece the style that it turns on or off. */
  private static @Nullable Style[] pairs(List<StyleMark> marks, int pieces) {
    @Nullable Style[] turns = new Style[pieces];
    int[] open = new int[Style.values().length];
    Arrays.fill(open, NONE);
    for (StyleMark mark : marks) {
      int opener = open[mark.style().depth()];
      if (mark.closes() && opener != NONE) {
        turns[opener] = mark.style();
        turns[mark.piece()] = mark.style();
        for (int i = 0; i < open.length; i++) {
          open[i] = open[i] >= opener ? NONE : open[i];
        }
      } else if (mark.opens()) {
        open[mark.style().depth()] = mark.piece();
      }
    }
    return turns;
  }
}
