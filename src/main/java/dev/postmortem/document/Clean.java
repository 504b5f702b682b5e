package dev.postmortem.document;

import java.util.function.IntPredicate;

/** Text without the characters that no reader should meet. */
public final class Clean {
  private static final int REPLACEMENT = 0xFFFD;

  private static final Signs ODD = Signs.oddAnd("");

  private Clean() {}

  /** Text with one kind of line end, without control characters and halves of characters. */
  public static String text(String text) {
    if (isClean(text)) {
      return text;
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return without(lines, c -> isStray(c) && !isHalf(c));
  }

  /** Most texts are clean already, and most characters are those of ASCII. */
  private static boolean isClean(String text) {
    int at = ODD.next(text, 0);
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point == '\r' || isStray(point)) {
        return false;
      }
      at = ODD.next(text, at + Character.charCount(point));
    }
    return true;
  }

  /** Whether the text holds neither line ends nor control characters nor halves of characters. */
  static boolean isLine(String text) {
    return ODD.next(text, 0) == text.length()
        || (isClean(text) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0);
  }

  /**
   * A name on one line. The characters that turn the direction of writing are taken out, since one
   * name could turn the line that it stands in (Unicode TR 36, bidirectional text spoofing).
   */
  public static String name(String name) {
    if (isPlain(name)) {
      return name.strip();
    }
    String line = text(name).replace('\n', ' ');
    return without(line, Clean::turnsDirection).strip();
  }

  /** Whether it is of ASCII alone, and one line; most names are. */
  private static boolean isPlain(String name) {
    return ODD.next(name, 0) == name.length();
  }

  private static String without(String text, IntPredicate unwanted) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!unwanted.test(c)) {
        kept.appendCodePoint(isHalf(c) ? REPLACEMENT : c);
      }
    }
    return kept.toString();
  }

  private static boolean isStray(int c) {
    return isControl(c) && c != '\n' && c != '\t' && c != '\r';
  }

  /** Whether it is a control character, half of a character, or none. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c) || isHalf(c) || isNone(c);
  }

  /** What Unicode says will never be a character; HTML must not hold it. */
  private static boolean isNone(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
