package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Elements that hold something a person entered, and the names of what they hold (page
 * "view_submission").
 */
public final class Inputs {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("plain_text_input", "value"),
          Map.entry("number_input", "value"),
          Map.entry("email_text_input", "value"),
          Map.entry("url_text_input", "value"),
          Map.entry("rich_text_input", "rich_text_value"),
          Map.entry("static_select", "selected_option"),
          Map.entry("external_select", "selected_option"),
          Map.entry("radio_buttons", "selected_option"),
          Map.entry("multi_static_select", "selected_options"),
          Map.entry("multi_external_select", "selected_options"),
          Map.entry("checkboxes", "selected_options"),
          Map.entry("users_select", "selected_user"),
          Map.entry("multi_users_select", "selected_users"),
          Map.entry("conversations_select", "selected_conversation"),
          Map.entry("multi_conversations_select", "selected_conversations"),
          Map.entry("channels_select", "selected_channel"),
          Map.entry("multi_channels_select", "selected_channels"),
          Map.entry("datepicker", "selected_date"),
          Map.entry("timepicker", "selected_time"),
          Map.entry("datetimepicker", "selected_date_time"),
          Map.entry("file_input", "files"));

  private Inputs() {}

  /** The name of what the element holds; empty for buttons and the like. */
  public static Optional<String> field(JsonNode element) {
    return Optional.ofNullable(FIELDS.get(element.path("type").asText()));
  }

  /** The state of the element before anybody touched it. */
  public static ObjectNode initial(JsonNode element) {
    String field = field(element).orElse("value");
    ObjectNode state = Json.of("type", element.path("type").asText());
    JsonNode given = element.path(initialName(field));
    return state.set(field, given.isMissingNode() ? nothing(field) : given.deepCopy());
  }

  /**
   * What an element holds when it holds nothing: null, or an empty list where several can be
   * chosen.
   */
  public static JsonNode nothing(String field) {
    return field.endsWith("s") ? Json.array() : JsonNodeFactory.instance.nullNode();
  }

  private static String initialName(String field) {
    return switch (field) {
      case "value", "rich_text_value" -> "initial_value";
      default -> field.replace("selected_", "initial_");
    };
  }

  /** Whether the state holds nothing. */
  public static boolean isEmpty(JsonNode state, String field) {
    JsonNode value = state.path(field);
    return value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  /** Every element of these blocks that a person can use, with the block that it is in. */
  public static Stream<Spot> spots(JsonNode blocks) {
    return Json.each(blocks).flatMap(Inputs::inBlock);
  }

  private static Stream<Spot> inBlock(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "input" -> Stream.of(new Spot(block, block.path("element")));
      case "section" -> Stream.of(new Spot(block, block.path("accessory"))).filter(Spot::isUsable);
      case "actions", "context_actions" ->
          Json.each(block.path("elements")).map(element -> new Spot(block, element));
      default -> Stream.empty();
    };
  }

  /** An element in its block. */
  public record Spot(JsonNode block, JsonNode element) {
    /** The block's id. */
    public String blockId() {
      return block.path("block_id").asText();
    }

    /** The element's action_id. */
    public String actionId() {
      return element.path("action_id").asText();
    }

    boolean isUsable() {
      return element.isObject() && !element.path("type").asText().equals("image");
    }
  }
}
