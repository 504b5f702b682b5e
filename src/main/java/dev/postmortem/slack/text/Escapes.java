package dev.postmortem.slack.text;

/**
 * Slack's own escaping: three characters and no others (docs.slack.dev, "Formatting message text").
 */
final class Escapes {
  private static final String[][] CODES = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};

  private Escapes() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Each code once, in one go: what a code stands for is never read as part of another. */
  static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      out.append(text, from, at);
      from = at + append(text, at, out);
      at = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int append(String text, int at, StringBuilder out) {
    for (String[] code : CODES) {
      if (text.startsWith(code[0], at)) {
        out.append(code[1]);
        return code[0].length();
      }
    }
    out.append('&');
    return 1;
  }
}
