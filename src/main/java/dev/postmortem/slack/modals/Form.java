package dev.postmortem.slack.modals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.Shown;
import dev.postmortem.workflow.Which;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody filled into a modal, from the payload of its submission or of a click in it. */
public final class Form {
  private static final String BELOW = "below";
  private final JsonNode payload;
  private final ObjectNode metadata;

  public Form(JsonNode payload) {
    this.payload = payload;
    this.metadata = metadata(payload.path("view").path("private_metadata").asText("{}"));
  }

  private static ObjectNode metadata(String text) {
    try {
      JsonNode json = Kit.JSON.readTree(text);
      return json.isObject() ? (ObjectNode) json : Kit.JSON.createObjectNode();
    } catch (JsonProcessingException foreign) {
      return Kit.JSON.createObjectNode();
    }
  }

  /** The callback of the window under this one, as it was noted; empty when it was not. */
  public String below() {
    return metadata.path(BELOW).asText("");
  }

  /** Notes in a window what lies under it. */
  public static ObjectNode above(String callback, ObjectNode view) {
    ObjectNode metadata = metadata(view.path("private_metadata").asText("{}"));
    return view.put("private_metadata", metadata.put(BELOW, callback).toString());
  }

  /** Notes in the window that takes the place of this one what lies under both. */
  ObjectNode replacedBy(ObjectNode view) {
    return below().isEmpty() ? view : above(below(), view);
  }

  /** Names the submission of this window as it was shown, and no other. */
  public String request() {
    JsonNode view = payload.path("view");
    return String.join("/", "view", team(), view.path("id").asText(), view.path("hash").asText());
  }

  public String callback() {
    return payload.path("view").path("callback_id").asText();
  }

  public String user() {
    return payload.path("user").path("id").asText();
  }

  public String team() {
    return payload.path("team").path("id").asText(payload.path("user").path("team_id").asText());
  }

  public String view() {
    return payload.path("view").path("id").asText();
  }

  /** The view under this one, empty when there is none. */
  public String viewBelow() {
    return payload.path("view").path("previous_view_id").asText("");
  }

  public ObjectNode metadata() {
    return metadata;
  }

  /** The number of the post-mortem that the modal is about. */
  public long incident() {
    return metadata.path("id").asLong();
  }

  /** The post-mortem that the modal is about, and who filled it in. */
  public Which which() {
    return Which.of(incident(), user());
  }

  /** A line of text, empty when nothing was typed. */
  public String text(String block) {
    return field(block).path("value").asText("").strip();
  }

  /** Formatted text as a rich_text block, empty when nothing was typed. */
  public Optional<JsonNode> rich(String block) {
    JsonNode value = field(block).path("rich_text_value");
    return value.isObject() ? Optional.of(value) : Optional.empty();
  }

  public Optional<String> user(String block) {
    return word(field(block).path("selected_user"));
  }

  public List<String> users(String block) {
    List<String> users = new ArrayList<>();
    field(block).path("selected_users").forEach(user -> users.add(user.asText()));
    return users;
  }

  public Optional<String> channel(String block) {
    return word(field(block).path("selected_conversation"));
  }

  public Optional<Instant> moment(String block) {
    JsonNode value = field(block).path("selected_date_time");
    return value.isNumber() ? Optional.of(Instant.ofEpochSecond(value.asLong())) : Optional.empty();
  }

  public Optional<LocalDate> day(String block) {
    return word(field(block).path("selected_date")).map(LocalDate::parse);
  }

  public Optional<String> choice(String block) {
    return word(field(block).path("selected_option").path("value"));
  }

  public List<String> choices(String block) {
    List<String> values = new ArrayList<>();
    field(block)
        .path("selected_options")
        .forEach(option -> values.add(option.path("value").asText()));
    return values;
  }

  /** The ids of the blocks that hold fields, in no order. */
  public List<String> blocks() {
    List<String> ids = new ArrayList<>();
    payload.path("view").path("state").path("values").fieldNames().forEachRemaining(ids::add);
    ids.removeIf(id -> field(id).isMissingNode());
    return ids;
  }

  /** Whether a field still holds what it was shown with. */
  public boolean isUntouched(String block) {
    return Shown.isStill(metadata.path("was").path(block), field(block));
  }

  /** The people that a field was shown with. */
  public List<String> usersBefore(String block) {
    return Shown.people(metadata.path("was").path(block));
  }

  private JsonNode field(String block) {
    return payload.path("view").path("state").path("values").path(block).path(Inputs.FIELD);
  }

  private static Optional<String> word(JsonNode value) {
    return value.isTextual() && !value.asText().isEmpty()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
