package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Matcher;

/** A secret without a shape of its own, known by the vendor's name that it is assigned to. */
final class Assigned implements Detector {
  /** What may not follow: then the value is only the beginning of something else. */
  static final String OVER = "(?!_?[a-zA-Z0-9]|[/:@=+-]|\\.[a-zA-Z0-9])";

  private static final int BETWEEN = 38;
  private final Rule rule;

  Assigned(Rule rule) {
    this.rule = rule;
  }

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    int sign = Assignment.sign(text, to, BETWEEN);
    if (sign < 0) {
      return to;
    }
    int over = Assignment.over(text, sign);
    Matcher match = rule.matcher(text);
    for (int at = Assignment.value(text, over); at >= over; at--) {
      if (match.region(at, text.length()).lookingAt()) {
        if (isSecret(match.group(), text.substring(to, sign))) {
          found.accept(rule.finding(match.start(), match.end()));
        }
        return match.end();
      }
    }
    return to;
  }

  private boolean isSecret(String value, String between) {
    boolean counted = Ordinary.isHex(value) || Ordinary.isUuid(value);
    return rule.isMixed(value)
        && !(counted && Ordinary.isCounted(between))
        && !Ordinary.isPlainWord(value)
        && !Placeholder.is(value);
  }
}
