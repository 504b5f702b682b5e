package dev.postmortem.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text mean itself in CommonMark 0.31, and in the additions that GitHub makes to it
 * (strikethrough, tables, task lists).
 */
final class MarkdownEscaper {
  private static final String ALWAYS = "`*[]~";
  private static final Pattern BLOCK_START =
      Pattern.compile("[#=>|]|[-+](?![\\p{L}\\p{N}])|:(?=-)|(?<number>\\d{1,9})(?=[.)](?:\\s|$))");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,40})?(?:;|$)");
  private static final Pattern TAG_START = Pattern.compile("<(?:[A-Za-z/!?]|$)");

  private MarkdownEscaper() {}

  /** Text within a line. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(text, 0, out);
    return out.toString();
  }

  /** Text that begins a line, where more characters have a meaning. */
  static String lineStart(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    Matcher start = BLOCK_START.matcher(text);
    if (text.startsWith(" ") || text.startsWith("\t")) {
      out.append("&#").append((int) text.charAt(0)).append(';');
      from = 1;
    } else if (start.lookingAt()) {
      String number = start.group("number");
      from = number == null ? 1 : number.length() + 1;
      out.append(number == null ? "" : number).append('\\').append(text.charAt(from - 1));
    }
    escape(text, from, out);
    return out.toString();
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
      case '\\' -> i + 1 == text.length() || isAsciiPunctuation(text.charAt(i + 1));
      case '_' -> !isWordAt(text, i - 1) || !isWordAt(text, i + 1);
      case '&' -> startsAt(ENTITY, text, i);
      case '<' -> startsAt(TAG_START, text, i);
      default -> ALWAYS.indexOf(c) >= 0;
    };
  }

  private static boolean isWordAt(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  private static boolean startsAt(Pattern pattern, String text, int i) {
    return pattern.matcher(text).region(i, text.length()).lookingAt();
  }

  private static boolean isAsciiPunctuation(char c) {
    return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }
}
