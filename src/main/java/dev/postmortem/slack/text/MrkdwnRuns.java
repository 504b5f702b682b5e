package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.Spoken;
import dev.postmortem.document.Style;
import dev.postmortem.document.TextRenderer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Running text as mrkdwn. A style that Slack would not read at this place is dropped. */
final class MrkdwnRuns extends Spoken {
  private static final Pattern EDGE_MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])");

  private MrkdwnRuns() {}

  static String write(List<Inline> inlines) {
    List<Run> runs = Runs.normal(Runs.flatten(inlines));
    List<String> words = runs.stream().map(run -> run.leaf().accept(new MrkdwnRuns())).toList();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String marks = marks(runs.get(i).styles());
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean shown = !isWordAt(out, out.length() - 1) && !isWordAt(next, 0) && !endsInMark(out);
      out.append(shown ? marks : "").append(words.get(i));
      out.append(shown ? new StringBuilder(marks).reverse() : "");
    }
    return out.toString();
  }

  private static String marks(Set<Style> styles) {
    return (styles.contains(Style.STRIKE) ? "~" : "")
        + (styles.contains(Style.STRONG) ? "*" : "")
        + (styles.contains(Style.EMPHASIS) ? "_" : "");
  }

  private static boolean isWordAt(CharSequence text, int i) {
    return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  private static boolean endsInMark(CharSequence out) {
    return !out.isEmpty() && "*_~".indexOf(out.charAt(out.length() - 1)) >= 0;
  }

  /** The words without any style. */
  static String words(List<Inline> inlines) {
    return escape(new TextRenderer().line(inlines));
  }

  /** Marks at the edges of words get an invisible sign at each side, so that they are text. */
  static String escape(String text) {
    String inert = EDGE_MARK.matcher(Inert.text(text)).replaceAll("\u2060$0\u2060");
    return Escapes.escape(inert);
  }

  static String link(String url, String label) {
    String target = Escapes.escape(url.replace("|", "%7C").replace(">", "%3E").replace("<", "%3C"));
    return "<" + target + "|" + label.replace("\n", " ") + ">";
  }

  @Override
  protected String word(String word) {
    return escape(word);
  }

  @Override
  public String strong(Inline.Strong it) {
    return words(it.of());
  }

  @Override
  public String emphasis(Inline.Emphasis it) {
    return words(it.of());
  }

  @Override
  public String strike(Inline.Strike it) {
    return words(it.of());
  }

  /** Code that holds a backtick cannot be written as code. */
  @Override
  public String code(Inline.Code it) {
    return it.text().contains("`") || it.text().isBlank()
        ? escape(it.text())
        : "`" + Escapes.escape(Inert.text(it.text())) + "`";
  }

  @Override
  public String link(Inline.Link it) {
    String url = it.url();
    String label = words(it.of());
    return label.isBlank() ? link(url, Escapes.escape(url)) : link(url, label);
  }

  /** By its name, which Slack draws in each reader's own set. */
  @Override
  public String emoji(Inline.Emoji it) {
    return ":" + it.name() + ":";
  }

  @Override
  public String newLine(Inline.Break it) {
    return "\n";
  }
}
