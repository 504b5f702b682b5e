package dev.postmortem.document;

import java.util.List;
import java.util.regex.Pattern;

/** One unstyled piece of running text as CommonMark. */
final class MarkdownLeaf extends Spoken {
  private static final Pattern AUTOLINK =
      Pattern.compile("(?:https?|mailto|tel):[^\\s<>\\p{Cntrl}]+");
  private static final Pattern PLAIN_TARGET =
      Pattern.compile("(?:[^\\s()<>\\\\&\\p{Cntrl}]|&(?!#?\\w+;))++");

  private final String lineEnd;
  private final boolean atLineStart;

  MarkdownLeaf(String lineEnd, boolean atLineStart) {
    this.lineEnd = lineEnd;
    this.atLineStart = atLineStart;
  }

  @Override
  protected String word(String word) {
    return atLineStart ? MarkdownEscaper.lineStart(word) : MarkdownEscaper.text(word);
  }

  @Override
  public String strong(Inline.Strong it) {
    return MarkdownLines.line(it.of());
  }

  @Override
  public String emphasis(Inline.Emphasis it) {
    return MarkdownLines.line(it.of());
  }

  @Override
  public String strike(Inline.Strike it) {
    return MarkdownLines.line(it.of());
  }

  @Override
  public String code(Inline.Code it) {
    return codeSpan(it.text());
  }

  /** A code span; its marks are longer than any run of them within. */
  static String codeSpan(String text) {
    String code = text.replace('\n', ' ');
    if (code.isEmpty()) {
      return "";
    }
    String mark = "`".repeat(longestRun(code) + 1);
    boolean padded = code.startsWith("`") || code.endsWith("`") || losesSpaces(code);
    return padded ? mark + " " + code + " " + mark : mark + code + mark;
  }

  private static boolean losesSpaces(String code) {
    return code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
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
  public String link(Inline.Link it) {
    String label = MarkdownLines.line(Runs.unlinked(it.of()));
    if (!Links.isHarmless(it.url())) {
      return label;
    }
    boolean bare = it.of().equals(List.of(new Inline.Text(it.url())));
    if ((bare || label.isEmpty()) && AUTOLINK.matcher(it.url()).matches()) {
      return "<" + it.url() + ">";
    }
    return "[" + label + "](" + target(it.url()) + ")";
  }

  /** A link's address; in brackets where a character would end it. */
  static String target(String url) {
    if (PLAIN_TARGET.matcher(url).matches()) {
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
  public String newLine(Inline.Break it) {
    return lineEnd;
  }
}
