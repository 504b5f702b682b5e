package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import java.util.ArrayList;
import java.util.List;

/** Reads a rich_text block: what people type in Slack's own editor. */
final class RichTextReader {
  private final RichTextLeaf leaf;
  private final Unsupported unsupported;

  RichTextReader(Naming naming, Unsupported unsupported) {
    this.leaf = new RichTextLeaf(naming, unsupported);
    this.unsupported = unsupported;
  }

  List<Block> read(JsonNode block) {
    List<Block> blocks = new ArrayList<>();
    List<ListItem> items = new ArrayList<>();
    for (JsonNode element : Json.list(block, "elements")) {
      if (Json.type(element).equals("rich_text_list")) {
        addItems(element, items);
      } else {
        blocks.addAll(ListItem.tree(items));
        items.clear();
        blocks.addAll(element(element));
      }
    }
    blocks.addAll(ListItem.tree(items));
    return blocks;
  }

  private List<Block> element(JsonNode element) {
    return switch (Json.type(element)) {
      case "rich_text_section" -> paragraphs(element);
      case "rich_text_quote" -> {
        List<Block> quoted = paragraphs(element);
        yield quoted.isEmpty() ? List.of() : List.of(new Block.Quote(quoted));
      }
      case "rich_text_preformatted" -> code(leaf.code(Json.list(element, "elements")));
      default -> {
        Inline words = new Inline.Text(unsupported.words(element));
        yield Paragraphs.of(List.of(Run.plain(words)));
      }
    };
  }

  private List<Block> paragraphs(JsonNode element) {
    return Paragraphs.of(leaf.read(Json.list(element, "elements")));
  }

  private static List<Block> code(String code) {
    String text = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
    return text.isEmpty() ? List.of() : List.of(new Block.CodeBlock(text));
  }

  private void addItems(JsonNode list, List<ListItem> items) {
    boolean ordered = Json.text(list, "style").equals("ordered");
    int indent = Math.max(0, Math.min(ListItem.DEEPEST, list.path("indent").asInt()));
    int number = Math.max(0, list.path("offset").asInt()) + 1;
    for (JsonNode element : Json.list(list, "elements")) {
      items.add(new ListItem(indent, ordered, number++, element(element)));
    }
  }
}
