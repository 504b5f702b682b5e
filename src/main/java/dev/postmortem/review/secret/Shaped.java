package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Matcher;

/** A secret that is known by its own shape, wherever it stands. */
final class Shaped implements Detector {
  private final Rule rule;
  private final int[] before;

  /** The rule is tried these numbers of characters before its keyword. */
  Shaped(Rule rule, int... before) {
    this.rule = rule;
    this.before = before;
  }

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    for (int back : before) {
      if (from >= back) {
        Matcher match = rule.matcher(text).region(from - back, text.length());
        if (match.lookingAt()) {
          int group = Math.min(1, match.groupCount());
          if (rule.isMixed(match.group(group))) {
            found.accept(rule.finding(match.start(group), match.end(group)));
          }
          return match.end();
        }
      }
    }
    return to;
  }
}
