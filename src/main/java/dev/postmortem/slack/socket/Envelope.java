package dev.postmortem.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.slack.views.Kit;

/**
 * One thing that Slack sends, and wants to have acknowledged within three seconds.
 *
 * @param type events_api, slash_commands, interactive, or what Slack will think of next
 * @param payload what would be the body of the request over HTTP
 * @param takesAnswer whether the acknowledgement may carry an answer
 * @param attempt 0 for the first
 */
public record Envelope(String id, String type, JsonNode payload, boolean takesAnswer, int attempt) {

  /** The acknowledgement, with an answer where there is one and it may be given. */
  String acknowledged(JsonNode answer) {
    ObjectNode json = Kit.JSON.createObjectNode().put("envelope_id", id);
    if (takesAnswer && !answer.isMissingNode()) {
      json.set("payload", answer);
    }
    return json.toString();
  }
}
