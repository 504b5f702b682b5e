package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.timeline.Names;
import java.util.List;
import java.util.Map;

/** Messages read in a test, and what the forms make of them. */
final class Reading {
  static final KnownNames NAMES =
      new KnownNames(
          Map.of("U1", "Ada", "W2", "Grace\u202Eevil", "USLACKBOT", "Slackbot"),
          Map.of("C1", "general"),
          Map.of("S1", "oncall"));

  private Reading() {}

  static String message(String text) {
    ObjectNode message = new ObjectMapper().createObjectNode();
    return message.put("text", text).toString();
  }

  static List<Block> typed(String text) {
    return raw(message(text));
  }

  static List<Block> raw(String json) {
    return new SlackWording().read(json, NAMES);
  }

  static List<Block> richText(String elements) {
    return raw("{\"blocks\":[{\"type\":\"rich_text\",\"elements\":[" + elements + "]}]}");
  }

  static List<Block> section(String leaves) {
    return richText("{\"type\":\"rich_text_section\",\"elements\":[" + leaves + "]}");
  }

  static String words(List<Block> blocks) {
    return new TextRenderer().words(blocks);
  }

  static String markdown(List<Block> blocks) {
    return new MarkdownRenderer().render(blocks).stripTrailing();
  }

  static String html(List<Block> blocks) {
    return new HtmlRenderer().fragment(blocks);
  }

  static String wordsTyped(String text) {
    return words(typed(text));
  }

  static String markdownTyped(String text) {
    return markdown(typed(text));
  }

  static Names nobody() {
    return Names.NONE;
  }
}
