package dev.postmortem.document;

/** Running text as plain text. */
final class TextLeaf extends Spoken {
  private final boolean addresses;

  /**
   * @param addresses whether a link tells its address
   */
  TextLeaf(boolean addresses, StringBuilder out) {
    super(out);
    this.addresses = addresses;
  }

  @Override
  protected StringBuilder word(String word) {
    return out.append(word);
  }

  @Override
  public StringBuilder strong(Inline.Strong it) {
    return all(it.of());
  }

  @Override
  public StringBuilder emphasis(Inline.Emphasis it) {
    return all(it.of());
  }

  @Override
  public StringBuilder strike(Inline.Strike it) {
    return all(it.of());
  }

  @Override
  public StringBuilder code(Inline.Code it) {
    return out.append(it.text());
  }

  @Override
  public StringBuilder link(Inline.Link it) {
    int start = out.length();
    all(it.of());
    return addresses && !isTold(it.url(), start)
        ? out.append(" (").append(it.url()).append(')')
        : out;
  }

  /** Whether the label is the address, with or without its scheme. */
  private boolean isTold(String url, int start) {
    String label = out.substring(start);
    return url.equals(label) || url.equals(Links.scheme(url) + ":" + label);
  }

  @Override
  public StringBuilder newLine(Inline.Break it) {
    return out.append('\n');
  }
}
