package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Findings;
import dev.postmortem.rehearsal.blocks.MessageRules;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.blocks.Totals;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Markdown;
import dev.postmortem.rehearsal.text.RichText;
import dev.postmortem.rehearsal.text.Stored;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.OtherBot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A message as the app sends it: refused as Slack refuses it, or as it will be stored (method
 * chat.postMessage).
 */
public final class Outgoing {
  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_MARKDOWN = 12_000;
  private static final int MOST_ATTACHMENTS = 100;
  private static final int LARGEST_METADATA = 8_000;
  private static final String NOT_SHOWN = "This content can't be displayed.";
  private final Team team;

  /** By the app of this team. */
  public Outgoing(Team team) {
    this.team = team;
  }

  /** A whole message by the bot, from the arguments of the call. */
  public ObjectNode message(JsonNode args) {
    refuseEmpty(args);
    App app = team.app();
    ObjectNode body =
        Json.of(
            "user",
            app.botUserId(),
            "type",
            "message",
            "bot_id",
            app.botId(),
            "app_id",
            app.appId());
    body.put("text", text(args)).put("team", app.teamId());
    body.set("bot_profile", OtherBot.profile(app.botId(), app.appId(), app.name(), app.teamId()));
    body.set("blocks", blocks(args));
    attachments(args).ifPresent(attachments -> body.set("attachments", attachments));
    metadata(args).ifPresent(metadata -> body.set("metadata", metadata));
    if (body.path("blocks").isEmpty()) {
      body.remove("blocks");
    }
    return body;
  }

  private static void refuseEmpty(JsonNode args) {
    boolean markdown = args.hasNonNull("markdown_text");
    boolean blocks = hasBlocks(args);
    if (markdown && (blocks || args.hasNonNull("text"))) {
      throw new Refusal("markdown_text_conflict");
    }
    if (args.path("markdown_text").asText("").length() > LONGEST_MARKDOWN) {
      throw new Refusal("msg_too_long");
    }
    if (!markdown
        && !blocks
        && args.path("text").asText("").isBlank()
        && args.path("attachments").isEmpty()) {
      throw new Refusal("no_text");
    }
  }

  /** Whether blocks were sent, good or bad; an empty list counts as none. */
  public static boolean hasBlocks(JsonNode args) {
    JsonNode blocks = args.path("blocks");
    return args.hasNonNull("blocks") && !(blocks.isArray() && blocks.isEmpty());
  }

  /** The text as stored: normalised, and cut in silence where it is far too long. */
  public String text(JsonNode args) {
    boolean otherwise = !hasBlocks(args) && !args.hasNonNull("markdown_text");
    String given = args.path("text").asText("");
    if (given.isEmpty()) {
      return otherwise ? "" : NOT_SHOWN;
    }
    String stored = Stored.fromApp(given);
    return stored.length() > LONGEST_TEXT ? stored.substring(0, LONGEST_TEXT) : stored;
  }

  /** The blocks as stored; text alone is given a rich_text block. */
  public ArrayNode blocks(JsonNode args) {
    Blocks stored = new Blocks(team.ids());
    JsonNode blocks = args.path("blocks");
    if (args.hasNonNull("markdown_text")) {
      return stored.stored(Markdown.blocks(args.path("markdown_text").asText()));
    }
    if (hasBlocks(args)) {
      refuse(blocks);
    }
    String text = text(args);
    return hasBlocks(args) || text.isEmpty()
        ? stored.stored(blocks)
        : stored.stored(Json.array(RichText.block(text)));
  }

  private static void refuse(JsonNode blocks) {
    if (!blocks.isArray()) {
      throw new Refusal("invalid_blocks_format");
    }
    if (Totals.tooManyTables(blocks)) {
      throw new Refusal(
          "invalid_attachments", List.of("[ERROR] only_one_table_allowed [json-pointer:/blocks]"));
    }
    Findings findings = MessageRules.check(blocks, "/blocks");
    if (!findings.isEmpty()) {
      throw new Refusal("invalid_blocks", findings.messages());
    }
    if (Totals.tooLong(blocks)) {
      throw new Refusal("msg_blocks_too_long");
    }
  }

  /** The attachments as stored, if any were sent. */
  public Optional<ArrayNode> attachments(JsonNode args) {
    JsonNode attachments = args.path("attachments");
    if (attachments.isMissingNode()
        || attachments.isNull()
        || (attachments.isArray() && attachments.isEmpty())) {
      return Optional.empty();
    }
    if (!attachments.isArray()) {
      throw new Refusal("invalid_attachments");
    }
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw new Refusal("too_many_attachments");
    }
    return Optional.of(stored(attachments));
  }

  /** Attachments as stored: numbered, their blocks checked and completed. */
  public ArrayNode stored(JsonNode attachments) {
    ArrayNode stored = Json.array();
    for (JsonNode attachment : attachments) {
      ObjectNode copy = Json.copy(attachment);
      if (copy.has("blocks")) {
        Findings findings =
            MessageRules.check(copy.path("blocks"), "/attachments/" + stored.size() + "/blocks");
        if (!findings.isEmpty()) {
          throw new Refusal("invalid_attachments", findings.messages());
        }
        copy.set("blocks", new Blocks(team.ids()).stored(copy.path("blocks")));
      }
      copy.put("id", stored.size() + 1);
      if (!copy.has("fallback")) {
        copy.put("fallback", copy.path("text").asText("[no preview available]"));
      }
      stored.add(copy);
    }
    return stored;
  }

  /** The metadata as stored, if any was sent (page "Message metadata"). */
  public static Optional<JsonNode> metadata(JsonNode args) {
    JsonNode metadata = args.path("metadata");
    if (metadata.isMissingNode() || metadata.isNull()) {
      return Optional.empty();
    }
    boolean shaped =
        metadata.path("event_type").isTextual() && metadata.path("event_payload").isObject();
    if (!(metadata.isObject() && (metadata.isEmpty() || shaped))) {
      throw new Refusal("invalid_metadata_format");
    }
    if (metadata.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_METADATA) {
      throw new Refusal("metadata_too_large");
    }
    return Optional.of(metadata);
  }
}
