package dev.postmortem.document;

/**
 * A stretch of text in one style.
 *
 * @param leaf what holds no style itself: a text, a code, a link, a name
 */
public record Run(Styles styles, Inline leaf) {

  /** A stretch without any style. */
  public static Run plain(Inline leaf) {
    return new Run(Styles.NONE, leaf);
  }

  boolean isSpace() {
    return leaf instanceof Inline.Text text && text.text().isBlank();
  }

  boolean isBreak() {
    return leaf instanceof Inline.Break;
  }
}
