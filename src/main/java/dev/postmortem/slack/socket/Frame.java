package dev.postmortem.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.views.Kit;

/** What Slack writes on a connection (docs.slack.dev, "Using Socket Mode"). */
sealed interface Frame {
  /** The connection stands; so many there are now for this app, of all its processes. */
  record Hello(int connections) implements Frame {}

  /** The connection is going to end. */
  record Goodbye(String reason) implements Frame {}

  /** Something to be acknowledged. */
  record Sent(Envelope envelope) implements Frame {}

  /** Nothing that anything can be done with; why, without its words. */
  record Strange(String why) implements Frame {}

  /** Reads any text; never throws. */
  static Frame read(String text) {
    try {
      JsonNode json = Kit.JSON.readTree(text);
      return switch (json.path("type").asText()) {
        case "hello" -> new Hello(json.path("num_connections").asInt());
        case "disconnect" -> new Goodbye(json.path("reason").asText());
        default -> envelope(json);
      };
    } catch (JsonProcessingException broken) {
      return new Strange("it is no JSON");
    }
  }

  private static Frame envelope(JsonNode json) {
    String id = json.path("envelope_id").asText();
    return id.isEmpty() || !json.path("payload").isObject()
        ? new Strange("it has no envelope_id, or no payload")
        : new Sent(
            new Envelope(
                id,
                json.path("type").asText(),
                json.path("payload"),
                json.path("accepts_response_payload").asBoolean(),
                json.path("retry_attempt").asInt()));
  }
}
