package dev.postmortem.web.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells the browser: load nothing from elsewhere, run nothing, keep nothing, tell
 * nobody where the reader came from.
 */
public final class Headers {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Map<String, String> all = new LinkedHashMap<>();

  /**
   * The headers.
   *
   * @param secure whether browsers come over an encrypted line, and shall never come otherwise
   */
  public Headers(boolean secure) {
    all.put("Content-Security-Policy", POLICY);
    all.put("Referrer-Policy", "no-referrer");
    all.put("X-Content-Type-Options", "nosniff");
    all.put("X-Frame-Options", "DENY");
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Cross-Origin-Resource-Policy", "same-origin");
    all.put("Cache-Control", "no-store");
    all.put("X-Robots-Tag", "noindex, nofollow");
    if (secure) {
      all.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** By their names. */
  public Map<String, String> all() {
    return Map.copyOf(all);
  }
}
