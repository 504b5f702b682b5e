package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Markdown;
import dev.postmortem.rehearsal.text.Stored;
import dev.postmortem.rehearsal.who.Ids;

/**
 * Blocks as Slack stores them, which is not quite as they were sent: ids are added, texts
 * normalised.
 */
public final class Blocks {
  private final Ids ids;

  /** With ids from here. */
  public Blocks(Ids ids) {
    this.ids = ids;
  }

  /** The blocks as stored. */
  public ArrayNode stored(JsonNode blocks) {
    ArrayNode stored = Json.array();
    Json.each(blocks)
        .flatMap(block -> Json.each(expanded(block)))
        .forEach(block -> stored.add(complete(Json.copy(block))));
    return stored;
  }

  /** A markdown block is stored as the native blocks that it stands for (page "Markdown block"). */
  private static ArrayNode expanded(JsonNode block) {
    return block.path("type").asText().equals("markdown")
        ? Markdown.blocks(block.path("text").asText())
        : Json.array(block);
  }

  private ObjectNode complete(ObjectNode block) {
    if (!block.has("block_id")) {
      block.put("block_id", ids.shortId());
    }
    if (!block.path("type").asText().equals("rich_text")) {
      texts(block);
    }
    Inputs.spots(Json.array(block)).forEach(spot -> nameAction(spot.element()));
    return block;
  }

  private void nameAction(JsonNode element) {
    if (element instanceof ObjectNode object && !object.has("action_id")) {
      object.put("action_id", ids.shortId());
    }
  }

  private static void texts(JsonNode node) {
    String type = node.path("type").asText();
    if (node instanceof ObjectNode text && type.equals("mrkdwn")) {
      text.put("text", Stored.fromApp(text.path("text").asText()));
      text.put("verbatim", text.path("verbatim").asBoolean(false));
    } else if (node instanceof ObjectNode text && type.equals("plain_text")) {
      text.put("text", Stored.plain(text.path("text").asText()));
      text.put("emoji", text.path("emoji").asBoolean(true));
    } else if (!type.equals("rich_text")) {
      node.forEach(Blocks::texts);
    }
  }
}
