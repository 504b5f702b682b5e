package dev.postmortem.document;

import java.util.List;

/** How a piece of text stands out; the first may hold the others, never the other way round. */
public enum Style {
  STRIKE(0),
  STRONG(1),
  EMPHASIS(2);

  private final int depth;

  Style(int depth) {
    this.depth = depth;
  }

  /** How many of the styles may stand around this one. */
  public int depth() {
    return depth;
  }

  /** The words in this style. */
  public Inline around(List<Inline> of) {
    return switch (this) {
      case STRIKE -> new Inline.Strike(of);
      case STRONG -> new Inline.Strong(of);
      case EMPHASIS -> new Inline.Emphasis(of);
    };
  }
}
