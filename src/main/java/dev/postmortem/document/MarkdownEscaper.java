package dev.postmortem.document;

/**
 * Makes text mean itself in CommonMark 0.31, and in the additions that GitHub makes to it
 * (strikethrough, tables, task lists).
 */
final class MarkdownEscaper {
  private static final int LONGEST_NUMBER = 9;
  private static final Signs SIGNS = Signs.of("`*[]~\\_&<\r\n");

  private MarkdownEscaper() {}

  /** Text within a line. */
  static StringBuilder text(String text, StringBuilder out) {
    return escape(text, 0, out);
  }

  /** Text that begins a line, where more characters have a meaning. */
  static StringBuilder lineStart(String text, StringBuilder out) {
    char first = at(text, 0);
    int number = listSignAt(text, 0);
    if (first == ' ' || first == '\t') {
      return escape(text, 1, out.append("&#").append((int) first).append(';'));
    } else if (number >= 0) {
      return listSign(text, number, out);
    } else if (beginsBlock(first, at(text, 1))) {
      return escape(text, 1, out.append('\\').append(first));
    }
    return escape(text, 0, out);
  }

  /**
   * Text behind a number that begins a line: together they might begin a list.
   *
   * @param digits how many the number has so far
   */
  static StringBuilder afterNumber(String text, int digits, StringBuilder out) {
    int sign = listSignAt(text, digits);
    return sign < 0 ? text(text, out) : listSign(text, sign, out);
  }

  private static StringBuilder listSign(String text, int at, StringBuilder out) {
    out.append(text, 0, at).append('\\').append(text.charAt(at));
    return escape(text, at + 1, out);
  }

  /** Whether all that stands there from this place on is a number that could count a list. */
  static boolean isNumber(CharSequence out, int from) {
    int length = out.length() - from;
    if (length == 0 || length > LONGEST_NUMBER) {
      return false;
    }
    for (int i = from; i < out.length(); i++) {
      if (!isDigit(out.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsBlock(char first, char second) {
    return switch (first) {
      case '#', '=', '>', '|' -> true;
      case '-', '+' -> !Character.isLetterOrDigit(second);
      case ':' -> second == '-' || second == '\0';
      default -> false;
    };
  }

  /** Behind which further digits the sign stands that would begin a list; below 0 when none. */
  private static int listSignAt(String text, int digitsBefore) {
    int end = 0;
    while (digitsBefore + end < LONGEST_NUMBER && isDigit(at(text, end))) {
      end++;
    }
    return digitsBefore + end > 0 && isListSign(text, end) ? end : -1;
  }

  private static boolean isListSign(String text, int i) {
    return (at(text, i) == '.' || at(text, i) == ')') && isEndOrSpace(text, i + 1);
  }

  private static boolean isEndOrSpace(String text, int i) {
    char c = at(text, i);
    return i >= text.length() || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether something in the address would be read as an entity. */
  static boolean holdsEntity(String url) {
    int at = url.indexOf('&');
    while (at >= 0) {
      int end = entityEnd(url, at + 1);
      if (end < url.length() && url.charAt(end) == ';') {
        return true;
      }
      at = url.indexOf('&', at + 1);
    }
    return false;
  }

  private static StringBuilder escape(String text, int begin, StringBuilder out) {
    int from = begin;
    for (int at = SIGNS.next(text, begin); at < text.length(); at = SIGNS.next(text, at + 1)) {
      char c = text.charAt(at);
      if (c == '\r' || c == '\n') {
        out.append(text, from, at).append(' ');
        from = at + 1;
      } else if (isSpecial(text, at, c)) {
        out.append(text, from, at).append('\\');
        from = at;
      }
    }
    return from == 0 ? out.append(text) : out.append(text, from, text.length());
  }

  private static boolean isSpecial(String text, int i, char c) {
    return switch (c) {
      case '\\' -> i + 1 == text.length() || isAsciiPunctuation(at(text, i + 1));
      case '_' -> !isWordAt(text, i - 1) || !isWordAt(text, i + 1);
      case '&' -> mayBeEntity(text, i + 1);
      case '<' -> mayBeTag(text, i + 1);
      default -> true;
    };
  }

  /** What comes after the text may end the entity that begins in it. */
  private static boolean mayBeEntity(String text, int from) {
    int end = entityEnd(text, from);
    return end == text.length() || text.charAt(end) == ';';
  }

  private static int entityEnd(String text, int from) {
    int end = from;
    while (isAsciiLetter(at(text, end)) || isDigit(at(text, end)) || at(text, end) == '#') {
      end++;
    }
    return end;
  }

  /** A tag, or an address of mail, whose first part may begin with nearly any sign. */
  private static boolean mayBeTag(String text, int next) {
    char c = at(text, next);
    return next == text.length() || (c > ' ' && c < 0x7F && c != '@' && c != '<' && c != '>');
  }

  private static boolean isWordAt(String text, int i) {
    return Character.isLetterOrDigit(at(text, i));
  }

  private static boolean isAsciiPunctuation(char c) {
    return c > ' ' && c < 0x7F && !isAsciiLetter(c) && !isDigit(c);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The character; beyond both ends there is one that is nothing. */
  private static char at(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
  }
}
