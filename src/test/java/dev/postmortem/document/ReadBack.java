package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * What a Markdown text says once it is read by a parser, and what blocks say, in one notation. The
 * parser knows what GitHub adds to CommonMark.
 */
public final class ReadBack {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(StrikethroughExtension.create(), TablesExtension.create()))
          .build();

  private ReadBack() {}

  /** What the parser finds. */
  public static List<String> markdown(String markdown) {
    Reader reader = new Reader();
    PARSER.parse(markdown).accept(reader);
    return reader.said;
  }

  /** What it has to find: the structure, and of running text the words. */
  public static List<String> blocks(List<Block> blocks) {
    List<String> said = new ArrayList<>();
    blocks.forEach(block -> say(block, said));
    return said;
  }

  private static void say(Block block, List<String> said) {
    if (block instanceof Block.Heading heading) {
      said.add("heading " + heading.level() + " " + words(heading.of()).replace('\n', ' ').strip());
    } else if (block instanceof Block.Paragraph paragraph) {
      said.add("paragraph " + words(paragraph.of()));
    } else if (block instanceof Block.CodeBlock code) {
      said.add("code " + code.text());
    } else if (block instanceof Block.Divider) {
      said.add("divider");
    } else if (block instanceof Block.Quote quote) {
      within("quote", quote.of(), said);
    } else if (block instanceof Block.Bullets bullets) {
      said.add("bullets");
      bullets.items().forEach(item -> within("item", item, said));
      said.add("end bullets");
    } else if (block instanceof Block.Numbered numbered) {
      said.add("numbered from " + numbered.start());
      numbered.items().forEach(item -> within("item", item, said));
      said.add("end numbered");
    } else if (block instanceof Block.Picture picture) {
      said.add("paragraph " + picture.alt());
    }
  }

  private static void within(String what, List<Block> blocks, List<String> said) {
    said.add(what);
    blocks.forEach(block -> say(block, said));
    said.add("end " + what);
  }

  static String words(List<Inline> inlines) {
    return new TextRenderer().line(inlines);
  }

  private static final class Reader extends AbstractVisitor {
    private final List<String> said = new ArrayList<>();
    private StringBuilder words = new StringBuilder();

    private void line(String opening, Node node) {
      words = new StringBuilder(opening);
      visitChildren(node);
      said.add(words.toString());
    }

    private void within(String what, String end, Node node) {
      said.add(what);
      visitChildren(node);
      said.add("end " + end);
    }

    @Override
    public void visit(Heading it) {
      line("heading " + it.getLevel() + " ", it);
    }

    @Override
    public void visit(Paragraph it) {
      line("paragraph ", it);
    }

    @Override
    public void visit(BlockQuote it) {
      within("quote", "quote", it);
    }

    @Override
    public void visit(BulletList it) {
      within("bullets", "bullets", it);
    }

    @Override
    public void visit(OrderedList it) {
      within("numbered from " + it.getMarkerStartNumber(), "numbered", it);
    }

    @Override
    public void visit(ListItem it) {
      within("item", "item", it);
    }

    @Override
    public void visit(FencedCodeBlock it) {
      String code = it.getLiteral();
      said.add("code " + (code.endsWith("\n") ? code.substring(0, code.length() - 1) : code));
    }

    @Override
    public void visit(IndentedCodeBlock it) {
      said.add("INDENTED CODE " + it.getLiteral());
    }

    @Override
    public void visit(HtmlBlock it) {
      said.add("HTML " + it.getLiteral());
    }

    @Override
    public void visit(CustomBlock it) {
      said.add("TABLE");
    }

    @Override
    public void visit(HtmlInline it) {
      words.append("HTML ").append(it.getLiteral());
    }

    @Override
    public void visit(ThematicBreak it) {
      said.add("divider");
    }

    @Override
    public void visit(Image it) {
      visitChildren(it);
    }

    @Override
    public void visit(Text it) {
      words.append(it.getLiteral());
    }

    @Override
    public void visit(Code it) {
      words.append(it.getLiteral());
    }

    @Override
    public void visit(HardLineBreak it) {
      words.append('\n');
    }

    @Override
    public void visit(SoftLineBreak it) {
      words.append("SOFT BREAK");
    }
  }
}
