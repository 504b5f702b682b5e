package dev.postmortem.document;

import java.util.List;

/** Writes CommonMark that reads back as the same text. */
public final class MarkdownRenderer {

  /** The document, from its title to the last section. */
  public String render(Document document) {
    return render(Outline.of(document));
  }

  /** The same, piece by piece. */
  public void write(Document document, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    write(Outline.of(document), sheet);
    sheet.close();
  }

  /** The blocks without a line end behind them. */
  void writeLines(List<Block> blocks, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    new MarkdownBlocks(sheet).write(blocks);
    sheet.close();
  }

  /** The blocks, ending with a line end unless there is nothing to say. */
  public String render(List<Block> blocks) {
    Sheet sheet = Sheet.kept();
    write(blocks, sheet);
    return sheet.toString();
  }

  private static void write(List<Block> blocks, Sheet sheet) {
    new MarkdownBlocks(sheet).write(blocks);
    if (sheet.position() > 0) {
      sheet.text().append('\n');
    }
  }
}
