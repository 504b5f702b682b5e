package dev.postmortem.review.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands where a secret would stand, and is none: variables, stars, examples, remarks. */
final class Placeholder {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$.*|<.*|\\{.*|\\[.*|%[a-zA-Z_]+%|@[a-zA-Z_]+@|&[lg]t;.*|(.)\\1*|[*.•xX…_-]+|.*\\*{3,}.*|.*\\.\\.\\.|.*…"
              + "|[a-zA-Z_.]+[(\\[].*");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?:your|my|some|the|enter|insert|change|replace|put)[-_ ].*|.*(?:example|placeholder|changeme|change-?it|redacted|masked"
              + "|dummy|abcdefghijklmnop).*");

  private static final Set<String> REMARKS =
      Set.of(
          ("true false null none nil undefined empty unset blank missing required optional invalid incorrect wrong expired expires rotated"
                  + " reset changed unchanged hidden removed secret password passwd passphrase token todo tbd yes no unknown failed denied"
                  + " okay string text default encrypted plaintext protected disabled enabled leaked revoked correct valid weak strong"
                  + " rejected accepted mismatch policy rotation manager prompt needed the this that with from still not was has")
              .split(" "));

  private Placeholder() {}

  static boolean is(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return REMARKS.contains(lower)
        || SHAPE.matcher(value).matches()
        || EXAMPLE.matcher(lower).matches();
  }
}
