package dev.postmortem.slack.modals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.slack.views.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a submission (docs.slack.dev, "Modals"): Slack reads it from the acknowledgement.
 */
public record Reply(String json) {
  /** Closes this view. */
  public static final Reply CLOSE = new Reply("");

  /** Closes the whole stack of views. */
  public static Reply closeAll() {
    return new Reply(action("clear").toString());
  }

  /**
   * Keeps the modal open, with a sentence under a field.
   *
   * @param block an input block of the view
   */
  public static Reply fault(String block, String why) {
    return faults(Map.of(block, why));
  }

  /** Keeps the modal open, with a sentence under each of these fields. */
  public static Reply faults(Map<String, String> sentences) {
    ObjectNode action = action("errors");
    ObjectNode errors = action.putObject("errors");
    sentences.forEach((block, why) -> errors.put(block, Kit.cut(why.replace("`", ""), 1_000)));
    return new Reply(action.toString());
  }

  /** Shows another view in place of this one. */
  public static Reply update(ObjectNode view) {
    ObjectNode action = action("update");
    return new Reply(action.set("view", view).toString());
  }

  /** Whether it says that something is wrong, and nothing was done. */
  public boolean isFault() {
    return !json.isEmpty() && read().path("response_action").asText().equals("errors");
  }

  /** The view that it shows, if it shows one. */
  Optional<ObjectNode> view() {
    return read().path("view") instanceof ObjectNode view ? Optional.of(view) : Optional.empty();
  }

  /** The sentences that it puts under fields. */
  String why() {
    List<String> sentences = new ArrayList<>();
    read().path("errors").forEach(sentence -> sentences.add(sentence.asText()));
    return String.join(" ", sentences);
  }

  private JsonNode read() {
    try {
      return Kit.JSON.readTree(json);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static ObjectNode action(String name) {
    return Kit.JSON.createObjectNode().put("response_action", name);
  }
}
