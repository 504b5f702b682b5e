package dev.postmortem.slack.text;

import java.nio.charset.StandardCharsets;

/** Cuts text to a length without cutting a character or an escape in two. */
final class Clip {
  private static final String MORE = "…";

  private Clip() {}

  /** The text, or its beginning and a sign that there is more, within a number of characters. */
  static String chars(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most - MORE.length())) + MORE;
  }

  /** The text escaped, or as much of its beginning as goes into a number of bytes of UTF-8. */
  static String escapedBytes(String text, int most) {
    String whole = Escapes.escape(text);
    if (bytes(whole) <= most) {
      return whole;
    }
    int room = most - bytes(MORE);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String next = Escapes.escape(Character.toString(text.codePointAt(i)));
      room -= bytes(next);
      if (room < 0) {
        break;
      }
      out.append(next);
    }
    return out.append(MORE).toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Where to cut: behind a space if one is near, never within a character. */
  static int end(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    for (int i = most; i > most - most / 4; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) && most > 1 ? most - 1 : most;
  }
}
