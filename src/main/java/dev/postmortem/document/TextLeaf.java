package dev.postmortem.document;

import java.util.List;

/** Running text as plain text. */
final class TextLeaf extends Spoken {
  private final boolean addresses;

  /**
   * @param addresses whether a link tells its address
   */
  TextLeaf(boolean addresses) {
    this.addresses = addresses;
  }

  String line(List<Inline> inlines) {
    StringBuilder line = new StringBuilder();
    inlines.forEach(inline -> line.append(inline.accept(this)));
    return line.toString();
  }

  @Override
  protected String word(String word) {
    return word;
  }

  @Override
  public String strong(Inline.Strong it) {
    return line(it.of());
  }

  @Override
  public String emphasis(Inline.Emphasis it) {
    return line(it.of());
  }

  @Override
  public String strike(Inline.Strike it) {
    return line(it.of());
  }

  @Override
  public String code(Inline.Code it) {
    return it.text();
  }

  @Override
  public String link(Inline.Link it) {
    String label = line(it.of());
    boolean told = it.url().equals(label) || it.url().equals(Links.scheme(it.url()) + ":" + label);
    return addresses && !told ? label + " (" + it.url() + ")" : label;
  }

  @Override
  public String newLine(Inline.Break it) {
    return "\n";
  }
}
