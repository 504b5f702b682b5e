package dev.postmortem.document;

import java.util.List;

/** Writes HTML that is safe against anything a message can hold. */
public final class HtmlRenderer {

  /** A whole page, with its own style sheet and nothing loaded from elsewhere. */
  public String page(Document document) {
    return "";
  }

  /** The blocks alone, to be placed in a page. */
  public String fragment(List<Block> blocks) {
    return "";
  }
}
