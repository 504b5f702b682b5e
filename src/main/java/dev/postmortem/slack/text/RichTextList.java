package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes lists within lists the way rich_text has them: a flat row of lists, each with its indent,
 * counted lists going on by an offset.
 */
final class RichTextList {
  private final Block.Visitor<ArrayNode> others;
  private final RichTextRuns runs;
  private final ArrayNode elements = RichTextElements.array();
  private @Nullable ArrayNode open;

  /**
   * @param others draws what is neither running text nor a list
   */
  RichTextList(Block.Visitor<ArrayNode> others, RichTextRuns runs) {
    this.others = others;
    this.runs = runs;
  }

  ArrayNode write(Block list) {
    write(list, 0);
    return elements;
  }

  private void write(Block list, int indent) {
    if (list instanceof Block.Numbered numbered) {
      write(numbered.items(), "ordered", indent, Math.max(0, numbered.start() - 1));
    } else if (list instanceof Block.Bullets bullets) {
      write(bullets.items(), "bullet", indent, 0);
    }
  }

  private void write(List<List<Block>> items, String style, int indent, int offset) {
    open = null;
    int before = offset;
    for (List<Block> item : items) {
      ArrayNode list = open == null ? list(style, indent, before) : open;
      open = list;
      item(item, indent, list);
      before++;
    }
    open = null;
  }

  private ArrayNode list(String style, int indent, int offset) {
    ObjectNode list = elements.addObject().put("type", "rich_text_list").put("style", style);
    list.put("indent", Math.min(ListItem.DEEPEST, indent));
    if (offset > 0) {
      list.put("offset", offset);
    }
    return list.putArray("elements");
  }

  private void item(List<Block> item, int indent, ArrayNode list) {
    ObjectNode section = list.addObject().put("type", "rich_text_section");
    ArrayNode leaves = section.putArray("elements");
    for (Block block : item) {
      if (block instanceof Block.Paragraph paragraph && open != null) {
        if (!leaves.isEmpty()) {
          leaves.add(runs.text("\n"));
        }
        leaves.addAll(runs.write(paragraph.of()));
      } else if (block instanceof Block.Bullets || block instanceof Block.Numbered) {
        write(block, indent + 1);
      } else {
        open = null;
        elements.addAll(block.accept(others));
      }
    }
  }
}
