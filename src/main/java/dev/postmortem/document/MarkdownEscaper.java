package dev.postmortem.document;

/**
 * Makes text mean itself in CommonMark 0.31, and in the additions that GitHub makes to it
 * (strikethrough, tables, task lists).
 */
final class MarkdownEscaper {
  private static final int LONGEST_NUMBER = 9;

  private MarkdownEscaper() {}

  /** Text within a line. */
  static void text(String text, StringBuilder out) {
    escape(text, 0, out);
  }

  /** Text that begins a line, where more characters have a meaning. */
  static void lineStart(String text, StringBuilder out) {
    char first = at(text, 0);
    int number = numberEnd(text);
    if (first == ' ' || first == '\t') {
      out.append("&#").append((int) first).append(';');
      escape(text, 1, out);
    } else if (number > 0) {
      out.append(text, 0, number).append('\\').append(text.charAt(number));
      escape(text, number + 1, out);
    } else if (beginsBlock(first, at(text, 1))) {
      out.append('\\').append(first);
      escape(text, 1, out);
    } else {
      escape(text, 0, out);
    }
  }

  private static boolean beginsBlock(char first, char second) {
    return switch (first) {
      case '#', '=', '>', '|' -> true;
      case '-', '+' -> !Character.isLetterOrDigit(second);
      case ':' -> second == '-';
      default -> false;
    };
  }

  /** Where the number ends that would begin a list, 0 when none does. */
  private static int numberEnd(String text) {
    int end = 0;
    while (end < LONGEST_NUMBER && isDigit(at(text, end))) {
      end++;
    }
    boolean counts = end > 0 && (at(text, end) == '.' || at(text, end) == ')');
    return counts && isEndOrSpace(text, end + 1) ? end : 0;
  }

  private static boolean isEndOrSpace(String text, int i) {
    char c = at(text, i);
    return i >= text.length() || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void escape(String text, int from, StringBuilder out) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(text, i, c)) {
        out.append('\\');
      }
      out.append(c == '\r' || c == '\n' ? ' ' : c);
    }
  }

  private static boolean isSpecial(String text, int i, char c) {
    return switch (c) {
      case '`', '*', '[', ']', '~' -> true;
      case '\\' -> i + 1 == text.length() || isAsciiPunctuation(at(text, i + 1));
      case '_' -> !isWordAt(text, i - 1) || !isWordAt(text, i + 1);
      case '&' -> mayBeEntity(text, i + 1);
      case '<' -> mayBeTag(text, i + 1);
      default -> false;
    };
  }

  /** What comes after the text may end the entity that begins in it. */
  private static boolean mayBeEntity(String text, int from) {
    int end = from;
    while (isAsciiLetter(at(text, end)) || isDigit(at(text, end)) || at(text, end) == '#') {
      end++;
    }
    return end == text.length() || text.charAt(end) == ';';
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
