package dev.postmortem.review.secret;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Something assigned to a name such as {@code api_key} or {@code token}, of no vendor that is
 * known. People assign much to keys that is no secret, so the value must look as if a machine made
 * it to be guessed by nobody.
 */
final class AssignedToken implements Detector {
  static final String KIND = "API key or token";
  static final String[] KEYWORDS = {
    "access", "api", "auth", "key", "credential", "creds", "passwd", "password", "secret", "token"
  };

  private static final int SHORTEST = 10;
  private static final int LONGEST = 400;
  private static final int BETWEEN = 24;
  private static final int SHORTEST_HEX = 20;
  private static final double ENTROPY = 3.0;

  /** Names that hold a keyword and name nothing secret. */
  private static final Pattern INNOCENT =
      Pattern.compile(
          "(?i)accessib|accessor|random[_.-]?access|author(?!iz)|keyboard|keynote|keyword|keystone|keyspace|keyring|monkey|turkey|hotkey"
              + "|whiskey|donkey|rapid|capital|tokeniz|(?:primary|foreign|public|cache|idempotency|partition|routing|sort|shard|object"
              + "|bucket|schema|sequence|natural|translation|issue|project|dedup|dedupe|lookup|map|row|index)[ _.-]?key(?![a-z])"
              + "|key[_. -]?(?:id|name|alias|size|length|type|count|usage|version|space|path|file|ref)(?![a-z])"
              + "|(?:access|credentials?|secret|token|api)[_. -]?(?:id|name|type|version|endpoint|uri|url|path|file|count|length|ref"
              + "|log)(?![a-z])|csrf[_. -]?token|public[_. -]?token|(?:page|cursor|continuation)[_. -]?token");

  private static final Pattern STRONG =
      Pattern.compile(
          "(?i)secret|passw|passphrase|credential|creds|token"
              + "|(?:api|access|auth|private|encryption|signing|master|account|shared|license|client|service|ssh|deploy)[_. -]?key");

  private static final Pattern STRONGEST = Pattern.compile("(?i)secret|passw|api[_. -]?key");

  @Override
  public int look(String text, int from, int to, Consumer<Finding> found) {
    int sign = Assignment.sign(text, to, BETWEEN);
    if (sign < 0) {
      return to;
    }
    int start = Assignment.value(text, Assignment.over(text, sign));
    int end = over(text, start);
    if (end - start >= SHORTEST && !goesOn(text, end)) {
      String name = text.substring(Assignment.name(text, from), sign);
      if (isSecret(name, text.substring(start, end))) {
        found.accept(new Finding(start, end, KIND));
      }
      return end;
    }
    return to;
  }

  private static int over(String text, int start) {
    int most = Math.min(text.length(), start + LONGEST);
    int end = start;
    while (end < most && isOfValue(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isOfValue(char c) {
    return Assignment.isWordly(c) || "-.=+/~%".indexOf(c) >= 0;
  }

  private static boolean goesOn(String text, int end) {
    return end < text.length() && "@:(".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isSecret(String name, String value) {
    if (INNOCENT.matcher(name).find() || Placeholder.is(value) || Entropy.of(value) < ENTROPY) {
      return false;
    }
    if (Ordinary.isUuid(value)) {
      return STRONGEST.matcher(name).find();
    }
    if (Ordinary.isHex(value)) {
      return value.length() >= SHORTEST_HEX
          && STRONG.matcher(name).find()
          && !Ordinary.isCounted(name);
    }
    return Ordinary.hasDigitAndLetter(value) && !Ordinary.isMadeOfOrdinaryParts(value);
  }
}
