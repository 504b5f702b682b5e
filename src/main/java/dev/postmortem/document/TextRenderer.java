package dev.postmortem.document;

import java.util.List;

/** Writes plain text. */
public final class TextRenderer {

  /** The document for a mail: links carry their address, quotes their mark. */
  public String render(Document document) {
    Sheet sheet = Sheet.kept();
    write(document, sheet);
    return sheet.toString();
  }

  /** The same, piece by piece. */
  public void write(Document document, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    write(document, sheet);
    sheet.close();
  }

  private static void write(Document document, Sheet sheet) {
    new TextBlocks(true, sheet).write(Outline.withoutPermalinks(document));
    sheet.text().append('\n');
  }

  /** The words alone: what a reader sees, without styles and addresses. */
  public String words(List<Block> blocks) {
    Sheet sheet = Sheet.kept();
    new TextBlocks(false, sheet).write(blocks);
    return sheet.toString();
  }

  /** The words of running text alone. */
  public String line(List<Inline> inlines) {
    return new TextLeaf(false, new StringBuilder()).all(inlines).toString();
  }
}
