package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the fields of a modal held when it was shown, so that a field nobody touched never
 * overwrites what somebody else changed meanwhile. Long words are kept as their hash, since Slack
 * bounds what a view may carry. Formatted text is not kept: it has revisions of its own.
 */
public final class Shown {
  private static final int MOST = 200;
  private static final int MOST_PEOPLE = 1_800;

  private Shown() {}

  /** The start values by the id of the block. */
  static ObjectNode in(Collection<? extends JsonNode> blocks) {
    ObjectNode was = Kit.JSON.createObjectNode();
    for (JsonNode block : blocks) {
      JsonNode element = block.path("element");
      boolean people = element.path("type").asText().equals("multi_users_select");
      boolean rich = element.path("type").asText().equals("rich_text_input");
      if (block.path("type").asText().equals("input") && !rich) {
        String value = value("initial_", element);
        was.put(
            block.path("block_id").asText(),
            people && value.length() < MOST_PEOPLE ? value : brief(value));
      }
    }
    return was;
  }

  /** Whether a field of a submitted modal still holds what it was shown with. */
  public static boolean isStill(JsonNode was, JsonNode field) {
    String now = value("", field);
    return was.isTextual() && (was.asText().equals(now) || was.asText().equals(brief(now)));
  }

  /** The people that a field was shown with. */
  public static List<String> people(JsonNode was) {
    return was.asText("").isEmpty() ? List.of() : List.of(was.asText().split(","));
  }

  private static String brief(String value) {
    return value.length() <= MOST ? value : "#" + Integer.toHexString(value.hashCode());
  }

  /** The one value of an element, or of its state, whatever it is called there. */
  private static String value(String prefix, JsonNode holder) {
    String kind = prefix.isEmpty() ? "selected_" : prefix;
    JsonNode text = holder.path(prefix + "value");
    if (text.isTextual()) {
      return text.asText().strip();
    }
    for (String name : List.of("user", "date_time", "date")) {
      if (holder.path(kind + name).isValueNode() && !holder.path(kind + name).isNull()) {
        return holder.path(kind + name).asText();
      }
    }
    JsonNode option = holder.path(kind + "option").path("value");
    return option.isTextual() ? option.asText() : several(kind, holder);
  }

  private static String several(String kind, JsonNode holder) {
    JsonNode many = holder.path(kind + "users").isArray() ? holder.path(kind + "users") : null;
    JsonNode values = many == null ? holder.path(kind + "options") : many;
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> value.isTextual() ? value.asText() : value.path("value").asText())
        .sorted()
        .collect(Collectors.joining(","));
  }
}
