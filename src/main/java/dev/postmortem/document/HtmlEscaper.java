package dev.postmortem.document;

/** Makes text mean itself in HTML, within an element as well as within a quoted attribute. */
final class HtmlEscaper {
  private HtmlEscaper() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Clean.text(text).codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  private static void append(int c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(c);
    }
  }
}
