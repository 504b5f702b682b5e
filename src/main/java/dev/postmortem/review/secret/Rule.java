package dev.postmortem.review.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of the rules: its expression is compiled when its keyword is met for the first time. */
final class Rule {
  /** Half a bit is forgiven: short values have less entropy than long ones of the same kind. */
  private static final double FORGIVEN = 0.5;

  private final String id;
  private final String kind;
  private final double entropy;
  private final String expression;
  private volatile @Nullable Pattern pattern;

  Rule(String id, String kind, double entropy, String expression) {
    this.id = id;
    this.kind = kind;
    this.entropy = entropy;
    this.expression = expression;
  }

  String id() {
    return id;
  }

  Finding finding(int start, int end) {
    return new Finding(start, end, kind);
  }

  Matcher matcher(String text) {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(expression);
      pattern = known;
    }
    return known.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Whether a value is as mixed as the rule's secrets are. */
  boolean isMixed(String value) {
    return entropy == 0 || Entropy.of(value) >= entropy - FORGIVEN;
  }
}
