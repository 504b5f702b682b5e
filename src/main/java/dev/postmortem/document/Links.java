package dev.postmortem.document;

import java.util.List;
import java.util.Locale;

/** Which addresses may become links. */
public final class Links {
  private static final List<String> HARMLESS = List.of("https", "http", "mailto", "tel");

  private Links() {}

  /** Whether following the address can do no harm: it is a web page, a mail or a call. */
  public static boolean isHarmless(String url) {
    return hasHarmlessScheme(url) && Clean.isLine(url);
  }

  private static boolean hasHarmlessScheme(String url) {
    int colon = url.indexOf(':');
    for (String scheme : HARMLESS) {
      if (colon == scheme.length() && url.regionMatches(true, 0, scheme, 0, colon)) {
        return true;
      }
    }
    return false;
  }

  /** What stands before the first colon, in lower case; empty when there is none. */
  public static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
