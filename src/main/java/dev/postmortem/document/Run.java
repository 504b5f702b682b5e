package dev.postmortem.document;

import java.util.Set;

/**
 * A stretch of text in one style.
 *
 * @param leaf what holds no style itself: a text, a code, a link, a name
 */
public record Run(Set<Style> styles, Inline leaf) {
  public Run {
    styles = Set.copyOf(styles);
  }

  /** A stretch without any style. */
  public static Run plain(Inline leaf) {
    return new Run(Set.of(), leaf);
  }

  boolean isSpace() {
    return leaf instanceof Inline.Text text && text.text().isBlank();
  }

  boolean isBreak() {
    return leaf instanceof Inline.Break;
  }
}
