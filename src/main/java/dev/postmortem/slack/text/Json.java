package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Fields of Slack's JSON, where anything may be missing or of another kind than expected. */
final class Json {
  private Json() {}

  /** The text of a field; empty when there is none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isContainerNode() || value.isNull() ? "" : value.asText();
  }

  /** The text of the first field that has one. */
  static String firstText(JsonNode node, String... fields) {
    for (String field : fields) {
      String text = text(node, field);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** The objects of a list; none when it is no list. */
  static List<JsonNode> list(JsonNode node, String field) {
    JsonNode list = node.path(field);
    List<JsonNode> objects = new ArrayList<>(list.size());
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      objects.add(list.get(i));
    }
    return objects;
  }

  static String type(JsonNode node) {
    return text(node, "type");
  }
}
