package dev.postmortem.document;

import java.util.function.IntPredicate;

/** Text without the characters that no reader should meet. */
public final class Clean {
  private static final int REPLACEMENT = 0xFFFD;

  private Clean() {}

  /** Text with one kind of line end, without control characters and halves of characters. */
  public static String text(String text) {
    if (text.codePoints().allMatch(c -> !isStray(c) && c != '\r')) {
      return text;
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return without(lines, c -> isStray(c) && !isHalf(c));
  }

  /**
   * A name on one line. The characters that turn the direction of writing are taken out, since one
   * name could turn the line that it stands in (Unicode TR 36, bidirectional text spoofing).
   */
  public static String name(String name) {
    String line = text(name).replace('\n', ' ');
    return without(line, Clean::turnsDirection).strip();
  }

  private static String without(String text, IntPredicate unwanted) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(unwanted.negate())
        .forEach(c -> kept.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
    return kept.toString();
  }

  private static boolean isStray(int c) {
    return isControl(c) && c != '\n' && c != '\t' && c != '\r';
  }

  /** Whether it is a control character, half of a character, or none. */
  static boolean isControl(int c) {
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
