package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credentials that somebody gave to curl, as an option or as a header. */
final class Curl implements Detector {
  static final String KEYWORD = "curl";
  private static final int WINDOW = 2_000;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s(?:-H|--header)(?:=|[ \\t]{0,5})[\"'“”‘’](?i:Authorization|(?:X-(?:[a-z]{1,20}-)?)?(?:Api-?)?(?:Key|Token)):[ \\t]{0,5}"
              + "(?i:(?:Basic|Bearer|(?:Api-)?Token)[ \\t])?([\\w=~@.+/-]{8,2000}+)");
  private static final Pattern USER =
      Pattern.compile(
          "\\s(?:-u|--user)(?:=|[ \\t]{0,5})(?:\"([^\"]{3,300})\"(?!:)|'([^']{3,300})'(?!:)"
              + "|((?:\"[^\"]{3,100}\"|'[^']{3,100}'|[\\w$@.-]{1,100}):(?:\"[^\"]{3,200}\"|'[^']{3,200}'|[\\w${}@.-]{1,200})))");

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    int end = Math.min(text.length(), to + WINDOW);
    Matcher header = HEADER.matcher(text).region(to, end);
    while (header.find()) {
      if (!Placeholder.is(header.group(1))) {
        found.accept(new Finding(header.start(1), header.end(1), "authorization header"));
      }
    }
    Matcher user = USER.matcher(text).region(to, end);
    while (user.find()) {
      int group = user.start(1) >= 0 ? 1 : user.start(2) >= 0 ? 2 : 3;
      password(text, user.start(group), user.end(group), found);
    }
    return end;
  }

  private static void password(String text, int start, int end, Consumer<Finding> found) {
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon >= end) {
      return;
    }
    boolean alone = colon + 1 == end;
    int from = alone ? start : colon + 1;
    int to = alone ? colon : end;
    String value = text.substring(from, to).replaceAll("[\"']", "");
    if (!value.isEmpty() && "$<{[*".indexOf(value.charAt(0)) < 0) {
      found.accept(new Finding(from, to, Password.KIND));
    }
  }
}
