package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password that somebody chose, which may be any word: so it counts only where it is assigned,
 * and in a sentence only when it is more than a word.
 */
final class Password implements Detector {
  static final String KIND = "password";
  static final String[] KEYWORDS = {
    "password", "passwd", "passphrase", "pwd", "pass=", "pass:", "secret"
  };

  private static final int BETWEEN = 24;
  private static final int LONGEST = 200;
  private static final Pattern SAID =
      Pattern.compile("(?i)[\"'*]?\\s{1,3}(?:is|was|to)(?:\\s{1,3}now)?:?\\s{1,3}");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)file|path|policy|length|reset|expir|hash|field|prompt|manager|rotat|min|max|age|attempt|changed|ur[il]|name|type|ref");
  private static final Pattern PLACE = Pattern.compile("~?\\.{0,2}/.*|[a-z]+://.*|.*/.*/.*");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}:\\d\\d.*|\\d+(?:\\.\\d+)*[a-zA-Z%]{0,10}|[+-]?\\d+(?:st|nd|rd|th)?");

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    boolean closed = "=:".indexOf(text.charAt(to - 1)) >= 0;
    int sign = closed ? to - 1 : Assignment.sign(text, to, BETWEEN);
    if (sign >= 0 && "=:".indexOf(text.charAt(sign)) >= 0) {
      return assigned(text, to, sign, found);
    }
    Matcher said = SAID.matcher(text).region(to, Math.min(text.length(), to + 20));
    return said.lookingAt() ? take(text, said.end(), found, Password::isTold) : to;
  }

  private static int assigned(String text, int to, int sign, Consumer<Finding> found) {
    String between = sign > to ? text.substring(to, sign) : "";
    int over = Assignment.over(text, sign);
    int start = Assignment.value(text, over);
    boolean sentence = between.indexOf(' ') >= 0 && !between.isBlank();
    boolean secret = to >= 6 && text.regionMatches(true, to - 6, "secret", 0, 6);
    if (ABOUT.matcher(between).find() || (secret && sentence)) {
      return to;
    }
    boolean tight = text.charAt(sign) == '=' && start == over && !sentence;
    if (secret) {
      return take(text, start, found, Password::isPlainSecret);
    }
    return take(
        text,
        start,
        found,
        sentence ? Password::isTold : tight ? Password::isSet : Password::isNoted);
  }

  private static int take(String text, int start, Consumer<Finding> found, Likeness like) {
    int end = over(text, start);
    String value = text.substring(start, end);
    if (value.length() >= 4
        && !Placeholder.is(value)
        && !PLACE.matcher(value).matches()
        && like.is(value)) {
      found.accept(new Finding(start, end, KIND));
    }
    return Math.max(start, end);
  }

  private static int over(String text, int start) {
    int most = Math.min(text.length(), start + LONGEST);
    boolean quoted = start > 0 && Assignment.isQuote(text.charAt(start - 1));
    int end = start;
    while (end < most && !ends(text.charAt(end), quoted) && !isNextField(text, end)) {
      end++;
    }
    while (!quoted && end > start && ".,;:?)]}*_~>".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** In the query of an address, {@code &name=} begins the next field. */
  private static boolean isNextField(String text, int at) {
    int name = at + 1;
    while (text.charAt(at) == '&'
        && name < text.length()
        && Assignment.isWordly(text.charAt(name))) {
      name++;
    }
    return name > at + 1 && name < text.length() && text.charAt(name) == '=';
  }

  private static boolean ends(char c, boolean quoted) {
    boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u00a0';
    return (space && !quoted)
        || c == '\n'
        || "\"'`”’<>".indexOf(c) >= 0
        || (!quoted && ",;|".indexOf(c) >= 0);
  }

  /** {@code password=value}: whatever is set is the password. */
  private static boolean isSet(String value) {
    return true;
  }

  /** {@code password: value}: could also be a remark. */
  private static boolean isNoted(String value) {
    boolean digits = value.chars().allMatch(Character::isDigit);
    return value.length() >= 6
        && (digits || isTold(value) || !Ordinary.isMadeOfOrdinaryParts(value));
  }

  /** Within a sentence: must be more than a word, a number or a time. */
  private static boolean isTold(String value) {
    boolean letters =
        value.chars().allMatch(c -> Character.isLetter(c) || "-_.'’/".indexOf(c) >= 0);
    return value.length() >= 6
        && !letters
        && !TIME.matcher(value).matches()
        && value.chars().anyMatch(Character::isLetterOrDigit);
  }

  /** What is called a secret is often the name of one: {@code secret: checkout-tls}. */
  private static boolean isPlainSecret(String value) {
    return value.length() >= 8
        && Ordinary.hasDigitAndLetter(value)
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "!#$%^&*+?@".indexOf(c) >= 0)
        && !Ordinary.isHex(value)
        && !TIME.matcher(value).matches();
  }

  private interface Likeness {
    boolean is(String value);
  }
}
