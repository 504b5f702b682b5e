package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Style;
import java.util.List;

/**
 * Writes blocks as the elements of rich_text, which is flat: what stands within a point of a list
 * or within a quote and is not running text comes after it.
 */
final class RichTextElements implements Block.Visitor<ArrayNode> {
  private final RichTextRuns runs;

  /**
   * @param live whether mentions are real ones
   */
  RichTextElements(boolean live) {
    this.runs = new RichTextRuns(live);
  }

  ArrayNode write(List<Block> blocks) {
    ArrayNode elements = array();
    Block before = null;
    for (Block block : blocks) {
      if (before instanceof Block.Paragraph && block instanceof Block.Paragraph) {
        leaves(elements.get(elements.size() - 1)).add(runs.text("\n"));
      }
      elements.addAll(block.accept(this));
      before = block;
    }
    return elements;
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static ArrayNode leaves(JsonNode element) {
    return (ArrayNode) element.path("elements");
  }

  private static ArrayNode one(String type, ArrayNode leaves) {
    ObjectNode element = JsonNodeFactory.instance.objectNode().put("type", type);
    element.set("elements", leaves);
    return array().add(element);
  }

  private ArrayNode section(List<Inline> of) {
    return one("rich_text_section", runs.write(of));
  }

  @Override
  public ArrayNode heading(Block.Heading it) {
    return section(List.of(Style.STRONG.around(it.of())));
  }

  @Override
  public ArrayNode paragraph(Block.Paragraph it) {
    return section(it.of());
  }

  @Override
  public ArrayNode quote(Block.Quote it) {
    ArrayNode elements = array();
    ArrayNode quoted = array();
    for (Block block : it.of()) {
      if (block instanceof Block.Paragraph paragraph) {
        if (!quoted.isEmpty()) {
          quoted.add(runs.text("\n\n"));
        }
        quoted.addAll(runs.write(paragraph.of()));
      } else {
        endQuote(quoted, elements);
        quoted = array();
        elements.addAll(block.accept(this));
      }
    }
    endQuote(quoted, elements);
    return elements;
  }

  private static void endQuote(ArrayNode quoted, ArrayNode into) {
    if (!quoted.isEmpty()) {
      into.addAll(one("rich_text_quote", quoted));
    }
  }

  @Override
  public ArrayNode codeBlock(Block.CodeBlock it) {
    return it.text().isEmpty()
        ? array()
        : one("rich_text_preformatted", array().add(runs.text(it.text())));
  }

  @Override
  public ArrayNode bullets(Block.Bullets it) {
    return new RichTextList(this, runs).write(it);
  }

  @Override
  public ArrayNode numbered(Block.Numbered it) {
    return new RichTextList(this, runs).write(it);
  }

  @Override
  public ArrayNode picture(Block.Picture it) {
    Inline alt = new Inline.Text(it.alt());
    String link = it.link();
    return section(List.of(link == null ? alt : new Inline.Link(link, List.of(alt))));
  }

  @Override
  public ArrayNode divider(Block.Divider it) {
    return section(List.of(new Inline.Text("———")));
  }
}
