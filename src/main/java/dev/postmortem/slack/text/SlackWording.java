package dev.postmortem.slack.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.postmortem.document.Block;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.document.Wording;
import dev.postmortem.timeline.Names;
import java.util.List;

/** Reads Slack's messages as blocks. Never fails: what is not understood is shown as text. */
public final class SlackWording implements Wording {
  private static final ObjectReader JSON = new ObjectMapper().reader();

  @Override
  public List<Block> read(String raw, Names names) {
    try {
      JsonNode message = JSON.readTree(raw);
      if (message.isObject()) {
        return read(message, names);
      }
    } catch (JsonProcessingException e) {
      // what is no JSON are words
    }
    return MrkdwnReader.plain(Escapes.escape(raw));
  }

  /** Reads a message that is parsed already. */
  public static List<Block> read(JsonNode message, Names names) {
    return new MessageReader(Naming.of(names, Json.text(message, "text"))).read(message);
  }

  /** The words alone of a message that is parsed already. */
  public String plain(JsonNode message, Names names) {
    return new TextRenderer().words(read(message, names));
  }

  /** The words alone, for searching and for notifications. */
  public String plain(String raw, Names names) {
    return new TextRenderer().words(read(raw, names));
  }
}
