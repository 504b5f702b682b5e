package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

/** Writes CommonMark that reads back as the same text. */
public final class MarkdownRenderer {

  /** The document, from its title to the last section. */
  public String render(Document document) {
    return render(Outline.of(document));
  }

  /** The blocks, ending with a line end unless there is nothing to say. */
  public String render(List<Block> blocks) {
    String markdown = lines(blocks);
    return markdown.isEmpty() ? "" : markdown + "\n";
  }

  private static String lines(List<Block> blocks) {
    List<String> written = new ArrayList<>();
    boolean other = false;
    for (int i = 0; i < blocks.size(); i++) {
      other = i > 0 && isSameList(blocks.get(i - 1), blocks.get(i)) && !other;
      String block = blocks.get(i).accept(new Writer(other));
      if (!block.isEmpty()) {
        written.add(block);
      }
    }
    return String.join("\n\n", written);
  }

  /** Two lists in a row would be read as one if they had the same marks. */
  private static boolean isSameList(Block one, Block next) {
    return (one instanceof Block.Bullets && next instanceof Block.Bullets)
        || (one instanceof Block.Numbered && next instanceof Block.Numbered);
  }

  private record Writer(boolean otherMark) implements Block.Visitor<String> {

    @Override
    public String heading(Block.Heading it) {
      String line = MarkdownLines.line(it.of()).strip();
      String closed = line.endsWith("#") ? line.substring(0, line.length() - 1) + "\\#" : line;
      return "#".repeat(Math.min(6, Math.max(1, it.level()))) + " " + closed;
    }

    @Override
    public String paragraph(Block.Paragraph it) {
      return MarkdownLines.paragraph(it.of());
    }

    @Override
    public String quote(Block.Quote it) {
      String inner = lines(it.of());
      return inner.isEmpty() ? "" : "> " + inner.replace("\n", "\n> ");
    }

    @Override
    public String codeBlock(Block.CodeBlock it) {
      String fence = "`".repeat(Math.max(3, MarkdownLeaf.longestRun(it.text()) + 1));
      String lineEnd = it.text().isEmpty() ? "" : "\n";
      return fence + "\n" + it.text() + lineEnd + fence;
    }

    @Override
    public String bullets(Block.Bullets it) {
      String mark = otherMark ? "* " : "- ";
      List<String> items = new ArrayList<>();
      it.items().forEach(item -> items.add(item(mark, item)));
      return String.join("\n", items);
    }

    @Override
    public String numbered(Block.Numbered it) {
      String mark = otherMark ? ") " : ". ";
      List<String> items = new ArrayList<>();
      int number = Math.max(0, it.start());
      for (List<Block> item : it.items()) {
        items.add(item(number++ + mark, item));
      }
      return String.join("\n", items);
    }

    private static String item(String mark, List<Block> blocks) {
      String inner = lines(blocks);
      String indented = inner.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(mark.length()));
      return inner.isEmpty() ? mark.strip() : mark + indented;
    }

    @Override
    public String picture(Block.Picture it) {
      List<Inline> words = List.of(new Inline.Text(it.alt().replace('\n', ' ')));
      if (it.link() == null) {
        return MarkdownLines.paragraph(words);
      }
      String alt = MarkdownLines.line(words);
      String link = MarkdownLeaf.target(it.link());
      return "[![" + alt + "](" + link + ")](" + link + ")";
    }

    @Override
    public String divider(Block.Divider it) {
      // dashes and stars could be read as the mark of the list that they stand in
      return "___";
    }
  }
}
