package dev.postmortem.document;

import java.util.List;

/** Blocks as CommonMark. */
final class MarkdownBlocks implements Block.Visitor<StringBuilder> {
  private static final String GAP = "\n\n";

  private final Sheet sheet;
  private final StringBuilder out;
  private boolean otherMark;

  MarkdownBlocks(Sheet sheet) {
    this.sheet = sheet;
    this.out = sheet.text();
  }

  /** Writes the blocks with empty lines between them; those that say nothing leave none. */
  void write(List<Block> blocks) {
    long start = sheet.position();
    boolean other = false;
    for (int i = 0; i < blocks.size(); i++) {
      other = i > 0 && isSameList(blocks.get(i - 1), blocks.get(i)) && !other;
      otherMark = other;
      String gap = sheet.position() > start ? GAP : "";
      out.append(gap);
      long own = sheet.position();
      blocks.get(i).accept(this);
      if (sheet.position() == own) {
        out.setLength(out.length() - gap.length());
      }
    }
  }

  /** Two lists in a row would be read as one if they had the same marks. */
  private static boolean isSameList(Block one, Block next) {
    return (one instanceof Block.Bullets && next instanceof Block.Bullets)
        || (one instanceof Block.Numbered && next instanceof Block.Numbered);
  }

  @Override
  public StringBuilder heading(Block.Heading it) {
    StringBuilder title = new StringBuilder();
    MarkdownLines.line(it.of(), title);
    String line = title.toString().strip();
    String closed = line.endsWith("#") ? line.substring(0, line.length() - 1) + "\\#" : line;
    return out.append("#".repeat(Math.min(6, Math.max(1, it.level())))).append(' ').append(closed);
  }

  @Override
  public StringBuilder paragraph(Block.Paragraph it) {
    return MarkdownLines.paragraph(it.of(), out);
  }

  @Override
  public StringBuilder quote(Block.Quote it) {
    int start = out.length();
    out.append("> ");
    within(it.of(), "> ");
    if (out.length() == start + 2) {
      out.setLength(start);
    }
    return out;
  }

  /** What stands in a quote or a list, each further line with the words before it. */
  private void within(List<Block> blocks, String before) {
    int start = out.length();
    sheet.hold();
    write(blocks);
    if (before.isBlank()) {
      Lines.beginFilled(out, start, before);
    } else {
      Lines.begin(out, start, before);
    }
    sheet.release();
  }

  @Override
  public StringBuilder codeBlock(Block.CodeBlock it) {
    String fence = "`".repeat(Math.max(3, MarkdownLeaf.longestRun(it.text()) + 1));
    String lineEnd = it.text().isEmpty() ? "" : "\n";
    return out.append(fence).append('\n').append(it.text()).append(lineEnd).append(fence);
  }

  @Override
  public StringBuilder bullets(Block.Bullets it) {
    String mark = otherMark ? "* " : "- ";
    String gap = "";
    for (List<Block> item : it.items()) {
      out.append(gap);
      item(mark, item);
      gap = "\n";
    }
    return out;
  }

  @Override
  public StringBuilder numbered(Block.Numbered it) {
    String mark = otherMark ? ") " : ". ";
    int first = Math.max(0, it.start());
    for (int i = 0; i < it.items().size(); i++) {
      out.append(i == 0 ? "" : "\n");
      item(first + i + mark, it.items().get(i));
    }
    return out;
  }

  private void item(String mark, List<Block> blocks) {
    sheet.hold();
    out.append(mark);
    int start = out.length();
    within(blocks, " ".repeat(mark.length()));
    if (out.length() == start) {
      out.setLength(start - 1);
    }
    sheet.release();
  }

  @Override
  public StringBuilder picture(Block.Picture it) {
    List<Inline> words = List.of(new Inline.Text(it.alt().replace('\n', ' ')));
    if (it.link() == null) {
      return MarkdownLines.paragraph(words, out);
    }
    String link = MarkdownLeaf.target(it.link());
    out.append("[![");
    MarkdownLines.line(words, out);
    return out.append("](").append(link).append(")](").append(link).append(')');
  }

  @Override
  public StringBuilder divider(Block.Divider it) {
    // dashes and stars could be read as the mark of the list that they stand in
    return out.append("___");
  }
}
