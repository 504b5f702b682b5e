package dev.postmortem.web.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues passes, each for one person, one matter and a time, and tells whether it issued one. A
 * pass is text that fits an address and a cookie. Whoever issues and whoever checks need only the
 * same secret, so nothing is kept.
 */
final class Passes {
  private static final String HMAC = "HmacSHA256";
  private static final Pattern FORM =
      Pattern.compile("([A-Z0-9]{1,32})\\.([A-Z0-9]{1,32})\\.(\\d{1,11})\\.([A-Za-z0-9_-]{43})");

  /** No id of Slack's holds it, and no path. */
  private static final char BETWEEN = '\n';

  private final SecretKeySpec key;
  private final Duration length;

  /**
   * Passes for one purpose: one for another purpose does not fit, as its key is another.
   *
   * @param length how long they are good
   */
  Passes(String secret, String purpose, Duration length) {
    SecretKeySpec root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    this.key = new SecretKeySpec(hmac(root, "postmortem pages: " + purpose), HMAC);
    this.length = length;
  }

  Duration length() {
    return length;
  }

  /**
   * A new pass.
   *
   * @param about what it is good for, such as a path
   */
  String issue(Visitor visitor, String about, Instant now) {
    String until = String.valueOf(now.plus(length).getEpochSecond());
    String seal = seal(visitor.team(), visitor.person(), until, about);
    return visitor.team() + "." + visitor.person() + "." + until + "." + seal;
  }

  /** Whose pass it is; empty when it is none, for something else, or no longer good. */
  Optional<Visitor> check(String pass, String about, Instant now) {
    Matcher parts = FORM.matcher(pass);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String expected = seal(parts.group(1), parts.group(2), parts.group(3), about);
    boolean ours = MessageDigest.isEqual(bytes(expected), bytes(parts.group(4)));
    boolean good = now.getEpochSecond() < Long.parseLong(parts.group(3));
    return ours && good
        ? Optional.of(new Visitor(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  private String seal(String team, String person, String until, String about) {
    String all = team + BETWEEN + person + BETWEEN + until + BETWEEN + about;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, all));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + HMAC, missing);
    }
  }
}
