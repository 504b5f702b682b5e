package dev.postmortem.document;

/** Changes the lines that were written last, from a place on. */
final class Lines {
  private static final String END = "\n";

  private Lines() {}

  /** Begins every further line with these words. */
  static void begin(StringBuilder out, int start, String with) {
    if (out.indexOf(END, start) >= 0) {
      String lines = out.substring(start).replace(END, END + with);
      out.setLength(start);
      out.append(lines);
    }
  }

  /** Begins every further line that is not empty with these words. */
  static void beginFilled(StringBuilder out, int start, String with) {
    int at = out.indexOf(END, start);
    if (at < 0) {
      return;
    }
    String lines = out.substring(start);
    out.setLength(start);
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      boolean begins = i > 0 && lines.charAt(i - 1) == '\n';
      out.append(begins && c != '\n' ? with : "").append(c);
    }
  }

  /** Makes one line of them. */
  static void join(StringBuilder out, int start) {
    for (int at = out.indexOf(END, start); at >= 0; at = out.indexOf(END, at)) {
      out.setCharAt(at, ' ');
    }
  }

  /** Takes away the spaces at the end. */
  static void stripEnd(StringBuilder out, int start) {
    int end = out.length();
    while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  /** Whether nothing but spaces was written. */
  static boolean isBlank(StringBuilder out, int start) {
    int at = start;
    while (at < out.length() && Character.isWhitespace(out.charAt(at))) {
      at++;
    }
    return at == out.length();
  }
}
