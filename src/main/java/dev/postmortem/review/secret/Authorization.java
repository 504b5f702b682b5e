package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credentials of an HTTP header (RFC 9110, 11.6.2), with or without the header's name. */
final class Authorization implements Detector {
  static final String[] KEYWORDS = {"authorization", "bearer"};
  private static final String KIND = "authorization header";
  private static final int SHORTEST_ALONE = 16;
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)authorization[\"'*]{0,2}\\s{0,3}[:=]\\s{0,5}[\"'*]{0,2}(?:(?:basic|bearer|(?:api-?)?token|apikey|bot|digest|negotiate)"
              + "\\s{1,3})?([\\w=~@.+/%-]{8,4000}+)");
  private static final Pattern ALONE =
      Pattern.compile("(?i)(?<![a-z])bearer[\"'*:]{0,2}\\s{1,3}([\\w=~@.+/%-]{8,4000}+)");

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    boolean named = to - from > "bearer".length();
    Matcher match =
        (named ? HEADER : ALONE)
            .matcher(text)
            .useTransparentBounds(true)
            .region(from, text.length());
    if (!match.lookingAt()) {
      return to;
    }
    String value = match.group(1);
    boolean plausible = named ? !isRemark(value) : isToken(value);
    if (plausible && !Placeholder.is(value)) {
      found.accept(new Finding(match.start(1), match.end(1), KIND));
    }
    return match.end();
  }

  private static boolean isRemark(String value) {
    return value.chars().noneMatch(Character::isDigit) && Ordinary.isMadeOfOrdinaryParts(value);
  }

  private static boolean isToken(String value) {
    return value.length() >= SHORTEST_ALONE
        && Ordinary.hasDigitAndLetter(value)
        && (Ordinary.isHex(value) || !Ordinary.isMadeOfOrdinaryParts(value));
  }
}
