package dev.postmortem.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Which message answers which. In old exports only the first message of a thread knows, by the list
 * of its replies; it stands before them.
 */
final class Threads {
  private final Map<String, String> parents = new HashMap<>();

  /** The message, which now says what it answers. */
  JsonNode told(JsonNode message) {
    String ts = message.path("ts").asText();
    message.path("replies").forEach(reply -> parents.put(reply.path("ts").asText(), ts));
    String parent = parents.remove(ts);
    if (parent != null && !message.hasNonNull("thread_ts") && message instanceof ObjectNode it) {
      it.put("thread_ts", parent);
    }
    return message;
  }
}
