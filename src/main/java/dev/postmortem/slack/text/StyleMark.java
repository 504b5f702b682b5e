package dev.postmortem.slack.text;

import dev.postmortem.document.Run;
import dev.postmortem.document.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A character that may begin or end a style. It counts only at the edge of a word, next to no mark
 * of its own kind, and on the side where the word is; the mark that is nearest closes.
 *
 * @param piece which piece of the line it is
 */
record StyleMark(Style style, int piece, boolean opens, boolean closes) {
  private static final String MARKS = "*_~";
  private static final int NONE = -1;

  static boolean isMark(char c) {
    return MARKS.indexOf(c) >= 0;
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
    Map<Integer, Style> turns = pairs(marks);
    List<Run> runs = new ArrayList<>();
    Set<Style> styles = EnumSet.noneOf(Style.class);
    for (int i = 0; i < pieces.size(); i++) {
      Style turn = turns.get(i);
      if (turn == null) {
        runs.add(new Run(styles, pieces.get(i).leaf()));
      } else if (!styles.remove(turn)) {
        styles.add(turn);
      }
    }
    return runs;
  }

  /** The pieces that turn a style on or off. */
  private static Map<Integer, Style> pairs(List<StyleMark> marks) {
    Map<Integer, Style> turns = new HashMap<>();
    Map<Style, Integer> open = new EnumMap<>(Style.class);
    for (StyleMark mark : marks) {
      Integer opener = open.get(mark.style());
      if (mark.closes() && opener != null) {
        turns.put(opener, mark.style());
        turns.put(mark.piece(), mark.style());
        open.values().removeIf(piece -> piece >= opener);
      } else if (mark.opens()) {
        open.put(mark.style(), mark.piece());
      }
    }
    return turns;
  }
}
