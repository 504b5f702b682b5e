package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import java.util.ArrayList;
import java.util.List;

/** Writes blocks as mrkdwn, for short answers. It notifies nobody. */
public final class Mrkdwn {
  private Mrkdwn() {}

  public static String write(List<Block> blocks) {
    return new Writer("").all(blocks);
  }

  /** Text that means itself in mrkdwn: no entity, no mention, no style. */
  public static String escape(String text) {
    return MrkdwnRuns.escape(text);
  }

  private record Writer(String indent) implements Block.Visitor<String> {
    private static final String DEEPER = "    ";

    String all(List<Block> blocks) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < blocks.size(); i++) {
        boolean wide =
            i > 0
                && indent.isEmpty()
                && blocks.get(i - 1) instanceof Block.Paragraph
                && blocks.get(i) instanceof Block.Paragraph;
        out.append(i == 0 ? "" : "\n").append(wide ? "\n" : "").append(blocks.get(i).accept(this));
      }
      return out.toString();
    }

    @Override
    public String heading(Block.Heading it) {
      return "*" + MrkdwnRuns.words(it.of()) + "*";
    }

    @Override
    public String paragraph(Block.Paragraph it) {
      return MrkdwnRuns.write(it.of());
    }

    @Override
    public String quote(Block.Quote it) {
      return "> " + all(it.of()).replace("\n", "\n> ");
    }

    /** Three backticks within would end the code, so an invisible sign keeps them apart. */
    @Override
    public String codeBlock(Block.CodeBlock it) {
      String code = Escapes.escape(Inert.text(it.text().replace("```", "``\u2060`")));
      return "```\n" + code + "\n```";
    }

    @Override
    public String bullets(Block.Bullets it) {
      List<String> items = new ArrayList<>();
      it.items().forEach(item -> items.add(item("• ", item)));
      return String.join("\n", items);
    }

    @Override
    public String numbered(Block.Numbered it) {
      List<String> items = new ArrayList<>();
      int number = it.start();
      for (List<Block> item : it.items()) {
        items.add(item(number++ + ". ", item));
      }
      return String.join("\n", items);
    }

    private String item(String mark, List<Block> item) {
      return mark + new Writer(DEEPER).all(item).replace("\n", "\n" + DEEPER);
    }

    @Override
    public String picture(Block.Picture it) {
      return it.link() == null ? escape(it.alt()) : MrkdwnRuns.link(it.link(), escape(it.alt()));
    }

    @Override
    public String divider(Block.Divider it) {
      return "———";
    }
  }
}
