package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;

/** A heading and what stands under it, as blocks of Slack's that are each within its limits. */
final class Chapter {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_BLOCK = 2_899;

  /** What Slack is said to count for a header beyond its text. */
  private static final int HEADER_WEIGHT = 100;

  private Chapter() {}

  /**
   * One block.
   *
   * @param words what it says, for those who do not see it
   */
  record Part(ObjectNode json, String words, boolean isHeader) {
    int weight() {
      return Pieces.weight(json) + (isHeader ? HEADER_WEIGHT : 0);
    }
  }

  static List<Part> of(List<Block> blocks) {
    List<Part> parts = new ArrayList<>();
    List<Block> group = new ArrayList<>();
    int weight = 0;
    for (Block block : new Pieces(LONGEST_BLOCK).of(blocks)) {
      int added = Pieces.weight(new RichTextElements(false).write(List.of(block)));
      if (block instanceof Block.Heading || weight + added > LONGEST_BLOCK) {
        end(group, parts);
        weight = 0;
      }
      if (block instanceof Block.Heading heading) {
        parts.add(header(new TextRenderer().line(heading.of())));
      } else {
        group.add(block);
        weight += added;
      }
    }
    end(group, parts);
    return parts;
  }

  static Part header(String title) {
    ObjectNode header = JsonNodeFactory.instance.objectNode().put("type", "header");
    String line = Inert.text(title.replace('\n', ' ')).strip();
    String shown = Clip.chars(line.isEmpty() ? "Post-mortem" : line, LONGEST_HEADER);
    header.putObject("text").put("type", "plain_text").put("text", shown).put("emoji", true);
    return new Part(header, shown, true);
  }

  private static void end(List<Block> group, List<Part> into) {
    List<Block> joined = joined(group);
    ArrayNode elements = new RichTextElements(false).write(joined);
    if (!elements.isEmpty()) {
      into.add(new Part(RichText.block(elements), new TextRenderer().words(joined), false));
    }
    group.clear();
  }

  /** Lists that were cut point by point are one list again. */
  private static List<Block> joined(List<Block> pieces) {
    List<Block> joined = new ArrayList<>();
    for (Block piece : pieces) {
      int last = joined.size() - 1;
      if (last >= 0
          && piece instanceof Block.Bullets more
          && joined.get(last) instanceof Block.Bullets list) {
        List<List<Block>> items = new ArrayList<>(list.items());
        items.addAll(more.items());
        joined.set(last, new Block.Bullets(items));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /** A paragraph in strong, as a small heading within a message. */
  static Block title(String title) {
    return new Block.Paragraph(List.of(new Inline.Strong(List.of(new Inline.Text(title)))));
  }
}
