package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.Spoken;
import dev.postmortem.document.Style;
import dev.postmortem.document.Styles;
import dev.postmortem.document.TextRenderer;
import java.util.List;
import java.util.regex.Pattern;

/** Running text as mrkdwn. A style that Slack would not read at this place is dropped. */
final class MrkdwnRuns extends Spoken {
  private static final Pattern EDGE_MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])");

  private MrkdwnRuns() {
    super(new StringBuilder());
  }

  static String write(List<Inline> inlines) {
    List<Run> runs = Runs.normal(Runs.flatten(inlines));
    List<String> words = runs.stream().map(run -> leaf(run.leaf())).toList();
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

  private static String leaf(Inline leaf) {
    return leaf.accept(new MrkdwnRuns()).toString();
  }

  private static String marks(Styles styles) {
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
  protected StringBuilder word(String word) {
    return out.append(escape(word));
  }

  @Override
  public StringBuilder strong(Inline.Strong it) {
    return out.append(words(it.of()));
  }

  @Override
  public StringBuilder emphasis(Inline.Emphasis it) {
    return out.append(words(it.of()));
  }

  @Override
  public StringBuilder strike(Inline.Strike it) {
    return out.append(words(it.of()));
  }

  /** Code that holds a backtick cannot be written as code. */
  @Override
  public StringBuilder code(Inline.Code it) {
    return it.text().contains("`") || it.text().isBlank()
        ? word(it.text())
        : out.append('`').append(Escapes.escape(Inert.text(it.text()))).append('`');
  }

  @Override
  public StringBuilder link(Inline.Link it) {
    String url = it.url();
    String label = words(it.of());
    return out.append(link(url, label.isBlank() ? Escapes.escape(url) : label));
  }

  /** By its name, which Slack draws in each reader's own set. */
  @Override
  public StringBuilder emoji(Inline.Emoji it) {
    return out.append(':').append(it.name()).append(':');
  }

  @Override
  public StringBuilder newLine(Inline.Break it) {
    return out.append('\n');
  }
}
