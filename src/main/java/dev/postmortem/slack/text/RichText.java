package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import java.util.List;

/** Writes blocks as Slack's rich_text, for the initial value of a rich_text_input. */
public final class RichText {
  private RichText() {}

  /** One rich_text block as JSON; people mentioned stay real mentions. */
  public static String write(List<Block> blocks) {
    ArrayNode elements = new RichTextElements(true).write(blocks);
    if (elements.isEmpty()) {
      ObjectNode section = JsonNodeFactory.instance.objectNode().put("type", "rich_text_section");
      section.putArray("elements");
      elements.add(section);
    }
    return block(elements).toString();
  }

  static ObjectNode block(ArrayNode elements) {
    ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "rich_text");
    block.set("elements", elements);
    return block;
  }
}
