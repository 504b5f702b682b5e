package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.workflow.Place;

/**
 * Somebody clicked something, or used a shortcut.
 *
 * @param payload as Slack sent it
 */
record Click(JsonNode payload) {

  String user() {
    return payload.path("user").path("id").asText();
  }

  String team() {
    return payload.path("team").path("id").asText(payload.path("user").path("team_id").asText());
  }

  /** The channel, empty for a click in a modal or on the Home tab. */
  String channel() {
    return payload
        .path("channel")
        .path("id")
        .asText(payload.path("container").path("channel_id").asText(""));
  }

  Place place() {
    return new Place(team(), channel(), user());
  }

  private JsonNode action() {
    return payload.path("actions").path(0);
  }

  /** What was clicked, without what tells equal ones apart. */
  String what() {
    String id = action().path("action_id").asText("");
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }

  /** What the button or the chosen option carries. */
  String value() {
    JsonNode chosen = action().path("selected_option").path("value");
    return chosen.isTextual() ? chosen.asText() : action().path("value").asText("");
  }

  /** The part of the value before its first slash, as a number; 0 if it is none. */
  long number() {
    return number(value().split("/", 2)[0]);
  }

  /** The part of the value after its first slash. */
  String detail() {
    String[] parts = value().split("/", 2);
    return parts.length == 2 ? parts[1] : "";
  }

  static long number(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  /** The window that was clicked in, with what stands in its fields. */
  Form form() {
    return new Form(payload);
  }

  boolean isInModal() {
    return payload.path("view").path("type").asText().equals("modal");
  }

  boolean isOnHome() {
    return payload.path("view").path("type").asText().equals("home");
  }

  String view() {
    return payload.path("view").path("id").asText();
  }

  String hash() {
    return payload.path("view").path("hash").asText();
  }

  /** The timestamp of the message that was clicked in, empty for none. */
  String message() {
    return payload
        .path("message")
        .path("ts")
        .asText(payload.path("container").path("message_ts").asText(""));
  }

  /** Names this click and no other. */
  String trigger() {
    return payload.path("trigger_id").asText("");
  }

  WayBack back() {
    String thread = payload.path("container").path("thread_ts").asText("");
    return new WayBack(
        user(),
        channel(),
        payload.path("channel").path("name").asText(""),
        thread.isEmpty() ? null : thread,
        payload.path("response_url").asText(""),
        payload.path("trigger_id").asText(""));
  }
}
