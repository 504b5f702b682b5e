package dev.postmortem.document;

import java.util.Locale;
import java.util.Set;

/** Which addresses may become links. */
public final class Links {
  private static final Set<String> HARMLESS = Set.of("http", "https", "mailto", "tel");

  private Links() {}

  /** Whether following the address can do no harm: it is a web page, a mail or a call. */
  public static boolean isHarmless(String url) {
    return HARMLESS.contains(scheme(url)) && url.codePoints().noneMatch(Clean::isControl);
  }

  /** What stands before the first colon, in lower case; empty when there is none. */
  public static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
