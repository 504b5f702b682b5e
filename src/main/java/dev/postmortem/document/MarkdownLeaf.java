package dev.postmortem.document;

/** One unstyled piece of running text as CommonMark. */
final class MarkdownLeaf extends Spoken {
  private static final Signs TARGET_ENDS = Signs.spacesAnd("()<>\\");
  private static final Signs AUTOLINK_ENDS = Signs.spacesAnd("<>");

  private final boolean ofLines;
  private int lineStart;

  /**
   * @param ofLines whether a line end is one; else it becomes a space
   */
  MarkdownLeaf(boolean ofLines, StringBuilder out) {
    super(out);
    this.ofLines = ofLines;
  }

  /** The line began there; where that makes no difference, anything below 0. */
  void inLine(int start) {
    lineStart = start;
  }

  @Override
  protected StringBuilder word(String word) {
    if (lineStart == out.length()) {
      return MarkdownEscaper.lineStart(word, out);
    }
    return lineStart >= 0 && MarkdownEscaper.isNumber(out, lineStart)
        ? MarkdownEscaper.afterNumber(word, out.length() - lineStart, out)
        : MarkdownEscaper.text(word, out);
  }

  @Override
  public StringBuilder strong(Inline.Strong it) {
    return MarkdownLines.line(it.of(), out);
  }

  @Override
  public StringBuilder emphasis(Inline.Emphasis it) {
    return MarkdownLines.line(it.of(), out);
  }

  @Override
  public StringBuilder strike(Inline.Strike it) {
    return MarkdownLines.line(it.of(), out);
  }

  @Override
  public StringBuilder code(Inline.Code it) {
    return out.append(codeSpan(it.text()));
  }

  /** A code span; its marks are longer than any run of them within. */
  private static String codeSpan(String text) {
    String code = text.replace('\n', ' ');
    if (code.isEmpty()) {
      return "";
    }
    String mark = "`".repeat(longestRun(code) + 1);
    boolean padded = code.startsWith("`") || code.endsWith("`") || losesSpaces(code);
    return padded ? mark + " " + code + " " + mark : mark + code + mark;
  }

  /** CommonMark takes a space off at both ends, unless there is nothing else. */
  private static boolean losesSpaces(String code) {
    return code.startsWith(" ") && code.endsWith(" ") && code.chars().anyMatch(c -> c != ' ');
  }

  /** The length of the longest run of backticks. */
  static int longestRun(String code) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Override
  public StringBuilder link(Inline.Link it) {
    if (!Links.isHarmless(it.url())) {
      return MarkdownLines.line(Runs.unlinked(it.of()), out);
    }
    boolean bare =
        it.of().size() == 1
            && it.of().get(0) instanceof Inline.Text text
            && text.text().equals(it.url());
    int start = out.length();
    out.append('[');
    if (!bare) {
      MarkdownLines.line(Runs.unlinked(it.of()), out);
    }
    if (Lines.isBlank(out, start + 1)) {
      out.setLength(start);
      return address(it.url());
    }
    return out.append("](").append(target(it.url())).append(')');
  }

  /** A link that shows its own address. */
  private StringBuilder address(String url) {
    if (AUTOLINK_ENDS.next(url, 0) == url.length() && Character.isLowerCase(url.charAt(0))) {
      return out.append('<').append(url).append('>');
    }
    MarkdownEscaper.text(url, out.append('['));
    return out.append("](").append(target(url)).append(')');
  }

  /** A link's address; in brackets where a character would end it. */
  static String target(String url) {
    if (TARGET_ENDS.next(url, 0) == url.length() && !MarkdownEscaper.holdsEntity(url)) {
      return url;
    }
    String encoded =
        url.strip()
            .replace("\\", "%5C")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\n", "%0A")
            .replace("&", "&amp;");
    return "<" + encoded + ">";
  }

  @Override
  public StringBuilder newLine(Inline.Break it) {
    return out.append(ofLines ? "\\\n" : " ");
  }
}
