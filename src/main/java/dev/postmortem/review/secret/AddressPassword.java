package dev.postmortem.review.secret;

import java.util.function.Consumer;

/** The password in an address, {@code scheme://user:password@host}; the rest of it stays. */
final class AddressPassword implements Detector {
  static final String KEYWORD = "://";
  private static final int LONGEST = 500;
  private static final int SHORTEST_TOKEN = 16;

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    int at = -1;
    int end = to;
    int most = Math.min(text.length(), to + LONGEST);
    while (end < most && !ends(text.charAt(end))) {
      at = text.charAt(end) == '@' ? end : at;
      end++;
    }
    if (at > to) {
      int colon = text.indexOf(':', to);
      boolean hasPassword = colon >= 0 && colon < at;
      int start = hasPassword ? colon + 1 : to;
      String value = text.substring(start, at);
      if (isOpen(value) && (hasPassword || isToken(value))) {
        found.accept(new Finding(start, at, hasPassword ? Password.KIND : AssignedToken.KIND));
      }
      if (hasPassword && isToken(text.substring(to, colon))) {
        found.accept(new Finding(to, colon, AssignedToken.KIND));
      }
    }
    return end;
  }

  private static boolean ends(char c) {
    return c <= ' ' || "/?#\"'<>`|\\".indexOf(c) >= 0;
  }

  private static boolean isOpen(String value) {
    return !value.isEmpty() && "$<{[*%".indexOf(value.charAt(0)) < 0 && !value.equals("masked");
  }

  private static boolean isToken(String value) {
    return value.length() >= SHORTEST_TOKEN && !Ordinary.isMadeOfOrdinaryParts(value);
  }
}
