package dev.postmortem.review.secret;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in its text form (RFC 7468), also one whose end was not pasted. */
final class PrivateKey implements Detector {
  static final String KEYWORD = "-----begin";
  private static final Pattern BEGIN =
      Pattern.compile("(?i)-----BEGIN[ A-Z0-9_-]{0,100}?PRIVATE KEY(?: BLOCK)?-----");
  private static final Pattern LINE = Pattern.compile("\\s+|\\\\[nr]|[a-zA-Z0-9+/=]{16,}");
  private static final String DASHES = "-----";

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    Matcher begin = BEGIN.matcher(text).region(from, text.length());
    if (!begin.lookingAt()) {
      return to;
    }
    int end = end(text, begin.end());
    found.accept(new Finding(from, end, "private key"));
    return end;
  }

  private static int end(String text, int from) {
    int dashes = text.indexOf(DASHES, from);
    while (dashes >= 0) {
      String before = text.substring(Math.max(from, dashes - 9), dashes).toUpperCase(Locale.ROOT);
      if (before.endsWith("KEY") || before.endsWith("KEY BLOCK")) {
        return dashes + DASHES.length();
      }
      dashes = text.indexOf(DASHES, dashes + 1);
    }
    return lines(text, from);
  }

  private static int lines(String text, int from) {
    Matcher line = LINE.matcher(text);
    int at = from;
    while (at < text.length() && line.region(at, text.length()).lookingAt()) {
      at = line.end();
    }
    return at;
  }
}
