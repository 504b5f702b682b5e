package dev.postmortem.document;

import java.util.List;

/** How a piece of text stands out; the first may hold the others, never the other way round. */
public enum Style {
  STRIKE,
  STRONG,
  EMPHASIS;

  /** The words in this style. */
  public Inline around(List<Inline> of) {
    return switch (this) {
      case STRIKE -> new Inline.Strike(of);
      case STRONG -> new Inline.Strong(of);
      case EMPHASIS -> new Inline.Emphasis(of);
    };
  }
}
