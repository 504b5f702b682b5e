package dev.postmortem.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain paragraphs as a rich text editor holds them: lines that begin with a dash become a list;
 * {@code `code`}, {@code **bold**}, {@code [links](https://…)} and addresses become what they look
 * like.
 */
final class RichWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STYLED =
      Pattern.compile(
          "\\[([^\\]\\n]+)\\]\\((https?://[^\\s()]+)\\)"
              + "|`([^`\\n]+)`"
              + "|\\*\\*([^*\\n]+)\\*\\*"
              + "|(https?://[^\\s<>|)\\]]+[^\\s<>|)\\].,;:])");
  private static final Pattern FENCE = Pattern.compile("(?m)^```\\w*\\n([\\s\\S]*?)\\n?```$");

  private final ArrayNode elements = JSON.createArrayNode();

  private RichWords() {}

  /** The words as a rich_text block. */
  static ObjectNode of(String text) {
    RichWords words = new RichWords();
    Matcher fence = FENCE.matcher(text);
    int from = 0;
    while (fence.find()) {
      words.paragraphs(text.substring(from, fence.start()));
      words.element("rich_text_preformatted").add(leaf(fence.group(1)));
      from = fence.end();
    }
    words.paragraphs(text.substring(from));
    ObjectNode block = JSON.createObjectNode().put("type", "rich_text");
    return block.set("elements", words.elements);
  }

  private void paragraphs(String text) {
    for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
      if (paragraph.isBlank()) {
        continue;
      }
      String[] items = paragraph.strip().split("(?m)(?:^|\\n)[-*•] ", -1);
      if (!items[0].isBlank()) {
        section(items[0]);
      }
      if (items.length > 1) {
        list(items);
      }
    }
  }

  /** Between two paragraphs the editor keeps an empty line. */
  private void section(String text) {
    if (!elements.isEmpty()
        && elements.get(elements.size() - 1).path("type").asText().equals("rich_text_section")) {
      ((ArrayNode) elements.get(elements.size() - 1).path("elements")).add(leaf("\n\n"));
      styled(text, (ArrayNode) elements.get(elements.size() - 1).path("elements"));
    } else {
      styled(text, element("rich_text_section"));
    }
  }

  private void list(String[] items) {
    ArrayNode list = element("rich_text_list");
    ((ObjectNode) elements.get(elements.size() - 1)).put("style", "bullet").put("indent", 0);
    for (int i = 1; i < items.length; i++) {
      ObjectNode item = list.addObject().put("type", "rich_text_section");
      styled(items[i], item.putArray("elements"));
    }
  }

  private ArrayNode element(String type) {
    return elements.addObject().put("type", type).putArray("elements");
  }

  /** Lines that were broken to fit a file are joined again. */
  private static void styled(String broken, ArrayNode out) {
    String text = broken.strip().replaceAll("\\s*\\n\\s*", " ");
    Matcher match = STYLED.matcher(text);
    int from = 0;
    while (match.find()) {
      plain(text.substring(from, match.start()), out);
      out.add(special(match));
      from = match.end();
    }
    plain(text.substring(from), out);
  }

  private static ObjectNode special(Matcher match) {
    if (match.group(1) != null) {
      return link(match.group(2)).put("text", match.group(1).replace("`", ""));
    }
    if (match.group(5) != null) {
      return link(match.group(5));
    }
    boolean code = match.group(3) != null;
    ObjectNode leaf = leaf(code ? match.group(3) : match.group(4));
    leaf.putObject("style").put(code ? "code" : "bold", true);
    return leaf;
  }

  private static ObjectNode link(String url) {
    return JSON.createObjectNode().put("type", "link").put("url", url);
  }

  private static void plain(String text, ArrayNode out) {
    if (!text.isEmpty()) {
      out.add(leaf(text));
    }
  }

  private static ObjectNode leaf(String text) {
    return JSON.createObjectNode().put("type", "text").put("text", text);
  }
}
