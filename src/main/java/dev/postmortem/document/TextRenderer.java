package dev.postmortem.document;

import java.util.List;

/** Writes plain text. */
public final class TextRenderer {

  /** The document for a mail: links carry their address, quotes their mark. */
  public String render(Document document) {
    return new TextBlocks(true).write(Outline.withoutPermalinks(document)) + "\n";
  }

  /** The words alone: what a reader sees, without styles and addresses. */
  public String words(List<Block> blocks) {
    return new TextBlocks(false).write(blocks);
  }

  /** The words of running text alone. */
  public String line(List<Inline> inlines) {
    return new TextLeaf(false).line(inlines);
  }
}
