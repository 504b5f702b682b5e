package dev.postmortem.document;

import java.util.List;

/** Writes CommonMark that reads back as the same text. */
public final class MarkdownRenderer {

  public String render(Document document) {
    return render(Outline.of(document));
  }

  public String render(List<Block> blocks) {
    return "";
  }
}
