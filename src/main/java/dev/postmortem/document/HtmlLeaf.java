package dev.postmortem.document;

import java.util.List;

/** Running text as HTML. */
final class HtmlLeaf extends Spoken {

  HtmlLeaf(StringBuilder out) {
    super(out);
  }

  /** Running text alone. */
  static String line(List<Inline> inlines) {
    return new HtmlLeaf(new StringBuilder()).all(inlines).toString();
  }

  private StringBuilder within(String element, List<Inline> of) {
    out.append('<').append(element).append('>');
    return all(of).append("</").append(element).append('>');
  }

  @Override
  protected StringBuilder word(String word) {
    return HtmlEscaper.lines(word, out);
  }

  @Override
  public StringBuilder strong(Inline.Strong it) {
    return within("strong", it.of());
  }

  @Override
  public StringBuilder emphasis(Inline.Emphasis it) {
    return within("em", it.of());
  }

  @Override
  public StringBuilder strike(Inline.Strike it) {
    return within("s", it.of());
  }

  @Override
  public StringBuilder code(Inline.Code it) {
    out.append("<code>");
    return HtmlEscaper.text(it.text(), out).append("</code>");
  }

  @Override
  public StringBuilder link(Inline.Link it) {
    List<Inline> label = Runs.unlinked(it.of());
    if (!Links.isHarmless(it.url())) {
      return all(label);
    }
    opening(it.url());
    int start = out.length();
    all(label);
    if (Lines.isBlank(out, start)) {
      HtmlEscaper.text(it.url(), out);
    }
    return out.append("</a>");
  }

  private void opening(String url) {
    HtmlEscaper.text(url, out.append("<a href=\"")).append("\" rel=\"noopener noreferrer\">");
  }

  /** A link that shows these words. */
  StringBuilder anchor(String url, String words) {
    opening(url);
    return HtmlEscaper.text(words, out).append("</a>");
  }

  /** The direction of writing of a name must not turn the line it stands in. */
  @Override
  public StringBuilder mention(Inline.Mention it) {
    out.append("<bdi>");
    return super.mention(it).append("</bdi>");
  }

  @Override
  public StringBuilder emoji(Inline.Emoji it) {
    if (it.unicode() == null) {
      return super.emoji(it);
    }
    HtmlEscaper.text(it.name(), out.append("<span role=\"img\" aria-label=\"")).append("\">");
    return super.emoji(it).append("</span>");
  }

  @Override
  public StringBuilder moment(Inline.Moment it) {
    out.append("<time datetime=\"").append(it.at()).append("\">");
    return super.moment(it).append("</time>");
  }

  @Override
  public StringBuilder place(Inline.Place it) {
    return out.append("<a id=\"").append(HtmlEscaper.text(it.name())).append("\"></a>");
  }

  @Override
  public StringBuilder newLine(Inline.Break it) {
    return out.append("<br>");
  }
}
