package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;

/** Rich text as plain text. */
final class RichReader {
  private final Names names;

  RichReader(Names names) {
    this.names = names;
  }

  String block(JsonNode block) {
    return Json.each(block.path("elements"))
        .map(this::element)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private String element(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "rich_text_list" -> list(element);
      case "rich_text_quote" -> "> " + leaves(element).stripTrailing().replace("\n", "\n> ");
      default -> leaves(element).stripTrailing();
    };
  }

  private String list(JsonNode list) {
    boolean ordered = list.path("style").asText().equals("ordered");
    String indent = "  ".repeat(list.path("indent").asInt(0));
    StringBuilder lines = new StringBuilder();
    int number = list.path("offset").asInt(0);
    for (JsonNode item : list.path("elements")) {
      number++;
      lines.append(indent).append(ordered ? number + ". " : "• ").append(leaves(item)).append('\n');
    }
    return lines.toString().stripTrailing();
  }

  private String leaves(JsonNode section) {
    return Json.each(section.path("elements")).map(this::leaf).collect(Collectors.joining());
  }

  private String leaf(JsonNode leaf) {
    return switch (leaf.path("type").asText()) {
      case "text" -> leaf.path("text").asText();
      case "link" -> Json.text(leaf, "text").orElse(leaf.path("url").asText());
      case "emoji" -> ":" + leaf.path("name").asText() + ":";
      case "user" -> "@" + named(leaf.path("user_id").asText());
      case "channel" -> "#" + channel(leaf.path("channel_id").asText());
      case "usergroup" -> "@" + group(leaf.path("usergroup_id").asText());
      case "broadcast" -> "@" + leaf.path("range").asText();
      case "color" -> leaf.path("value").asText();
      case "date" ->
          Json.text(leaf, "fallback")
              .orElse(Instant.ofEpochSecond(leaf.path("timestamp").asLong()).toString());
      default -> leaf.path("text").asText("");
    };
  }

  private String named(String id) {
    return names.user(id).orElse(id);
  }

  private String channel(String id) {
    return names.channel(id).orElse(id);
  }

  private String group(String id) {
    return names.group(id).orElse(id);
  }
}
