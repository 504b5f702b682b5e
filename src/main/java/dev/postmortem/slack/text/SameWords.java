package dev.postmortem.slack.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two forms of a message say the same. What Slack adds by itself to a person's message, a
 * preview of a link or the number of replies, is nothing that was said; what hangs on a bot's
 * message is.
 */
public final class SameWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SameWords() {}

  /** Compares two messages in Slack's JSON; what cannot be read is taken for the same. */
  public static boolean in(String one, String other) {
    try {
      return in(JSON.readTree(one), JSON.readTree(other));
    } catch (JsonProcessingException unreadable) {
      return true;
    }
  }

  public static boolean in(JsonNode one, JsonNode other) {
    boolean bot = one.path("bot_id").isTextual();
    return one.path("text").equals(other.path("text"))
        && one.path("blocks").equals(other.path("blocks"))
        && files(one).equals(files(other))
        && (!bot || one.path("attachments").equals(other.path("attachments")));
  }

  /** Slack goes on to draw smaller pictures of a file, so only what people see of it counts. */
  private static List<String> files(JsonNode message) {
    List<String> files = new ArrayList<>();
    for (JsonNode file : message.path("files")) {
      files.add(
          file.path("id").asText()
              + " "
              + file.path("mode").asText()
              + " "
              + file.path("name").asText()
              + " "
              + file.path("title").asText());
    }
    return files;
  }
}
