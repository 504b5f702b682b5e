package dev.postmortem.review.secret;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a Secret of Kubernetes, in YAML. */
final class ClusterSecret implements Detector {
  static final String KEYWORD = "kind:";
  private static final int BEFORE = 1_500;
  private static final int AFTER = 2_500;
  private static final Pattern KIND =
      Pattern.compile("(?i)kind:[ \\t]{0,20}[\"']?secret(?![a-z])[\"']?");
  private static final Pattern DATA = Pattern.compile("(?i)(?<![a-z])(?:string)?data:");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<=\\s)[\"']?([\\w.-]{1,100}+)[\"']?:(?:[ \\t]{0,20}(?:\\||>[-+]?)\\s{1,20})?[ \\t]{0,20}[\"']?([a-zA-Z0-9+/]{10,4000}+={0,3})");
  private static final Set<String> OTHERS =
      Set.of("kind", "type", "name", "namespace", "uid", "resourceVersion", "apiVersion");

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    if (!KIND.matcher(text).region(from, text.length()).lookingAt()) {
      return to;
    }
    int end = Math.min(text.length(), to + AFTER);
    Matcher data = DATA.matcher(text).region(Math.max(0, from - BEFORE), end);
    if (data.find()) {
      Matcher value = VALUE.matcher(text).useTransparentBounds(true).region(data.end(), end);
      while (value.find()) {
        if (!OTHERS.contains(value.group(1)) && !Ordinary.isWord(value.group(2))) {
          found.accept(new Finding(value.start(2), value.end(2), "Kubernetes secret"));
        }
      }
    }
    return end;
  }
}
