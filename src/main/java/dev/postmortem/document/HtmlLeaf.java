package dev.postmortem.document;

import java.util.List;

/** Running text as HTML. */
final class HtmlLeaf extends Spoken {

  String line(List<Inline> inlines) {
    StringBuilder line = new StringBuilder();
    inlines.forEach(inline -> line.append(inline.accept(this)));
    return line.toString();
  }

  private String within(String element, List<Inline> of) {
    return "<" + element + ">" + line(of) + "</" + element + ">";
  }

  @Override
  protected String word(String word) {
    return HtmlEscaper.text(word).replace("\n", "<br>");
  }

  @Override
  public String strong(Inline.Strong it) {
    return within("strong", it.of());
  }

  @Override
  public String emphasis(Inline.Emphasis it) {
    return within("em", it.of());
  }

  @Override
  public String strike(Inline.Strike it) {
    return within("s", it.of());
  }

  @Override
  public String code(Inline.Code it) {
    return "<code>" + HtmlEscaper.text(it.text()) + "</code>";
  }

  @Override
  public String link(Inline.Link it) {
    String label = line(Runs.unlinked(it.of()));
    if (!Links.isHarmless(it.url())) {
      return label;
    }
    return anchor(it.url(), label.isBlank() ? HtmlEscaper.text(it.url()) : label);
  }

  /** A link; the label is HTML already. */
  static String anchor(String url, String label) {
    return "<a href=\""
        + HtmlEscaper.text(url)
        + "\" rel=\"noopener noreferrer\">"
        + label
        + "</a>";
  }

  /** The direction of writing of a name must not turn the line it stands in. */
  @Override
  public String mention(Inline.Mention it) {
    return "<bdi>" + super.mention(it) + "</bdi>";
  }

  @Override
  public String emoji(Inline.Emoji it) {
    String sign = super.emoji(it);
    return it.unicode() == null
        ? sign
        : "<span role=\"img\" aria-label=\""
            + HtmlEscaper.text(it.name())
            + "\">"
            + sign
            + "</span>";
  }

  @Override
  public String moment(Inline.Moment it) {
    return "<time datetime=\"" + it.at() + "\">" + super.moment(it) + "</time>";
  }

  @Override
  public String place(Inline.Place it) {
    return "<a id=\"" + HtmlEscaper.text(it.name()) + "\"></a>";
  }

  @Override
  public String newLine(Inline.Break it) {
    return "<br>";
  }
}
