package dev.postmortem.document;

import org.jspecify.annotations.Nullable;

/** Makes text mean itself in HTML, within an element as well as within a quoted attribute. */
final class HtmlEscaper {
  private static final Signs SIGNS = Signs.oddAnd("&<>\"'");

  private HtmlEscaper() {}

  static String text(String text) {
    return text(text, new StringBuilder(text.length() + 16)).toString();
  }

  static StringBuilder text(String text, StringBuilder out) {
    return escape(text, "\n", out);
  }

  /** Text whose line ends are to be seen. */
  static StringBuilder lines(String text, StringBuilder out) {
    return escape(text, "<br>", out);
  }

  /** What is odd is looked at once; a clean text is read only one time. */
  private static StringBuilder escape(String text, String lineEnd, StringBuilder out) {
    int start = out.length();
    boolean clean = false;
    int from = 0;
    for (int at = SIGNS.next(text, 0); at < text.length(); at = SIGNS.next(text, at + 1)) {
      String code = code(text.charAt(at), lineEnd);
      if (code != null) {
        out.append(text, from, at).append(code);
        from = at + 1;
      } else if (!clean) {
        String cleaned = Clean.text(text);
        clean = cleaned.equals(text);
        if (!clean) {
          out.setLength(start);
          return escape(cleaned, lineEnd, out);
        }
      }
    }
    return from == 0 ? out.append(text) : out.append(text, from, text.length());
  }

  private static @Nullable String code(char c, String lineEnd) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\n' -> lineEnd;
      default -> null;
    };
  }
}
