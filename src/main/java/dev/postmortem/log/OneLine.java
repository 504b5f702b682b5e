package dev.postmortem.log;

/** Text that cannot look like more than one line, nor move the cursor of whoever reads it. */
final class OneLine {
  private OneLine() {}

  static String of(String text) {
    return text.chars().noneMatch(OneLine::isDangerous) ? text : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(
            c -> {
              if (isDangerous(c)) {
                line.append(c == '\n' ? "\\n" : String.format("\\u%04x", c));
              } else {
                line.append((char) c);
              }
            });
    return line.toString();
  }

  /** Control characters, other ends of lines, and what turns the direction of writing. */
  private static boolean isDangerous(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
