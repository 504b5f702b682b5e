package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

/** Blocks as plain text, lists marked as Slack marks them. */
final class TextBlocks implements Block.Visitor<String> {
  private static final List<String> BULLETS = List.of("• ", "◦ ", "▪ ");
  private static final String INDENT = "    ";

  private final boolean forMail;
  private final TextLeaf leaf;
  private final int depth;

  /**
   * @param forMail whether quotes keep their mark, titles a line beneath, and links their address
   */
  TextBlocks(boolean forMail) {
    this(forMail, 0);
  }

  private TextBlocks(boolean forMail, int depth) {
    this.forMail = forMail;
    this.leaf = new TextLeaf(forMail);
    this.depth = depth;
  }

  String write(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      String block = blocks.get(i).accept(this);
      if (i > 0 && !text.isEmpty() && !block.isEmpty()) {
        text.append(gap(blocks.get(i - 1), blocks.get(i)));
      }
      text.append(block);
    }
    return text.toString();
  }

  private String gap(Block before, Block after) {
    boolean wide = before instanceof Block.Paragraph && after instanceof Block.Paragraph;
    boolean titled = before instanceof Block.Heading || after instanceof Block.Heading;
    return (wide || titled || forMail) && depth == 0 ? "\n\n" : "\n";
  }

  @Override
  public String heading(Block.Heading it) {
    String title = leaf.line(it.of()).replace('\n', ' ');
    String line = (it.level() == 1 ? "=" : "-").repeat(Math.max(3, title.length()));
    return forMail ? title + "\n" + line : title;
  }

  @Override
  public String paragraph(Block.Paragraph it) {
    return leaf.line(it.of());
  }

  @Override
  public String quote(Block.Quote it) {
    String quoted = write(it.of());
    return forMail ? "> " + quoted.replace("\n", "\n> ") : quoted;
  }

  @Override
  public String codeBlock(Block.CodeBlock it) {
    return it.text();
  }

  @Override
  public String bullets(Block.Bullets it) {
    List<String> items = new ArrayList<>();
    it.items().forEach(item -> items.add(item(BULLETS.get(depth % BULLETS.size()), item)));
    return String.join("\n", items);
  }

  @Override
  public String numbered(Block.Numbered it) {
    List<String> items = new ArrayList<>();
    int number = it.start();
    for (List<Block> item : it.items()) {
      items.add(item(count(number++) + ". ", item));
    }
    return String.join("\n", items);
  }

  private String item(String mark, List<Block> item) {
    return mark + new TextBlocks(forMail, depth + 1).write(item).replace("\n", "\n" + INDENT);
  }

  /** Slack counts the points within a point in letters. */
  private String count(int number) {
    boolean lettered = depth % 2 == 1 && number >= 1 && number <= 26;
    return lettered ? Character.toString('a' + number - 1) : Integer.toString(number);
  }

  @Override
  public String picture(Block.Picture it) {
    return forMail && it.link() != null ? it.alt() + " (" + it.link() + ")" : it.alt();
  }

  @Override
  public String divider(Block.Divider it) {
    return forMail ? "* * *" : "";
  }
}
