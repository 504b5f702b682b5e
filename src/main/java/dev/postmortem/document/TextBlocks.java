package dev.postmortem.document;

import java.util.List;

/** Blocks as plain text, lists marked as Slack marks them. */
final class TextBlocks implements Block.Visitor<Sheet> {
  private static final List<String> BULLETS = List.of("• ", "◦ ", "▪ ");
  private static final String INDENT = "    ";

  private final boolean forMail;
  private final Sheet sheet;
  private final StringBuilder out;
  private final TextLeaf leaf;
  private int depth;

  /**
   * @param forMail whether quotes keep their mark, titles a line beneath, and links their address
   */
  TextBlocks(boolean forMail, Sheet sheet) {
    this.forMail = forMail;
    this.sheet = sheet;
    this.out = sheet.text();
    this.leaf = new TextLeaf(forMail, out);
  }

  void write(List<Block> blocks) {
    long start = sheet.position();
    for (int i = 0; i < blocks.size(); i++) {
      boolean first = i == 0 || sheet.position() == start;
      String gap = first ? "" : gap(blocks.get(i - 1), blocks.get(i));
      out.append(gap);
      long own = sheet.position();
      blocks.get(i).accept(this);
      if (sheet.position() == own) {
        out.setLength(out.length() - gap.length());
      }
    }
  }

  private String gap(Block before, Block after) {
    boolean wide = before instanceof Block.Paragraph && after instanceof Block.Paragraph;
    boolean titled = before instanceof Block.Heading || after instanceof Block.Heading;
    return (wide || titled || forMail) && depth == 0 ? "\n\n" : "\n";
  }

  @Override
  public Sheet heading(Block.Heading it) {
    int start = out.length();
    leaf.all(it.of());
    Lines.join(out, start);
    int length = Math.max(3, out.length() - start);
    if (forMail) {
      out.append('\n').append((it.level() == 1 ? "=" : "-").repeat(length));
    }
    return sheet;
  }

  @Override
  public Sheet paragraph(Block.Paragraph it) {
    leaf.all(it.of());
    return sheet;
  }

  @Override
  public Sheet quote(Block.Quote it) {
    String mark = forMail ? "> " : "";
    out.append(mark);
    int start = out.length();
    sheet.hold();
    write(it.of());
    Lines.begin(out, start, mark);
    sheet.release();
    return sheet;
  }

  @Override
  public Sheet codeBlock(Block.CodeBlock it) {
    out.append(it.text());
    return sheet;
  }

  @Override
  public Sheet bullets(Block.Bullets it) {
    String gap = "";
    for (List<Block> item : it.items()) {
      out.append(gap);
      item(BULLETS.get(depth % BULLETS.size()), item);
      gap = "\n";
    }
    return sheet;
  }

  @Override
  public Sheet numbered(Block.Numbered it) {
    int number = it.start();
    for (List<Block> item : it.items()) {
      out.append(number == it.start() ? "" : "\n");
      item(count(number++) + ". ", item);
    }
    return sheet;
  }

  private void item(String mark, List<Block> item) {
    out.append(mark);
    int start = out.length();
    sheet.hold();
    depth++;
    write(item);
    depth--;
    Lines.begin(out, start, INDENT);
    sheet.release();
  }

  /** Slack counts the points within a point in letters. */
  private String count(int number) {
    boolean lettered = depth % 2 == 1 && number >= 1 && number <= 26;
    return lettered ? Character.toString('a' + number - 1) : Integer.toString(number);
  }

  @Override
  public Sheet picture(Block.Picture it) {
    out.append(it.alt());
    if (forMail && it.link() != null) {
      out.append(" (").append(it.link()).append(')');
    }
    return sheet;
  }

  @Override
  public Sheet divider(Block.Divider it) {
    out.append(forMail ? "* * *" : "");
    return sheet;
  }
}
