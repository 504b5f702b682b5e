package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/**
 * What Slack hangs below a person's message by itself, a moment later: previews of the links in it.
 * Nobody said them, and whether an event or the history shows them is a matter of luck. A message
 * that somebody passed on, and all that hangs on a bot's message, was meant.
 */
public final class Previews {
  private Previews() {}

  /** The message in Slack's JSON without them; the one that is given stays as it is. */
  public static JsonNode without(JsonNode message) {
    if (!message.path("attachments").isArray() || message.path("bot_id").isTextual()) {
      return message;
    }
    ObjectNode said = message.deepCopy();
    Iterator<JsonNode> attachments = said.path("attachments").iterator();
    while (attachments.hasNext()) {
      if (isPreview(attachments.next())) {
        attachments.remove();
      }
    }
    if (said.path("attachments").isEmpty()) {
      said.remove("attachments");
    }
    return said;
  }

  private static boolean isPreview(JsonNode attachment) {
    return attachment.path("from_url").isTextual() && !attachment.path("is_share").asBoolean();
  }
}
