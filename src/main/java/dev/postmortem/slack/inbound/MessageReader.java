package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.text.Previews;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a message from Slack's raw JSON. The typed classes of Bolt lose fields and know few of the
 * subtypes (docs.slack.dev, "message event"). What it hands on holds no secrets.
 */
public final class MessageReader {
  /** Comings and goings, which are nothing that was said; and messages that Slack itself hides. */
  private static final Set<String> SKIPPED =
      Set.of(
          "channel_join",
          "channel_leave",
          "group_join",
          "group_leave",
          "bot_add",
          "bot_remove",
          "message_replied",
          "reminder_add",
          "assistant_app_thread");

  private static final Set<String> CHANGES_OF_THE_ROOM =
      Set.of(
          "channel_topic",
          "channel_purpose",
          "channel_name",
          "channel_archive",
          "channel_unarchive",
          "channel_convert_to_private",
          "channel_convert_to_public",
          "channel_posting_permissions",
          "channel_canvas_updated",
          "group_topic",
          "group_purpose",
          "group_name",
          "group_archive",
          "group_unarchive",
          "pinned_item",
          "unpinned_item",
          "huddle_thread",
          "sh_room_created");

  private final Identity me;
  private final SlackWording wording;
  private final Masking masking;

  public MessageReader(Identity me, SlackWording wording, Masking masking) {
    this.me = me;
    this.wording = wording;
    this.masking = masking;
  }

  /**
   * Reads a message as it was posted, or stands in the history. Empty for what is no message of
   * anybody's.
   */
  public Optional<Message> read(String team, String channel, JsonNode message) {
    JsonNode edited = message.path("edited").path("ts");
    return read(team, channel, message, edited.asText(message.path("ts").asText()));
  }

  /**
   * Reads a message that took its form at another time than it was posted.
   *
   * @param version the timestamp of that time
   */
  public Optional<Message> read(String team, String channel, JsonNode message, String version) {
    String ts = message.path("ts").asText();
    if (!SlackTime.isTs(ts) || me.isMine(message) || isSkipped(message)) {
      return Optional.empty();
    }
    JsonNode masked = masking.message(Previews.without(message));
    String raw = masked.toString();
    return Optional.of(
        new Message(
            new MessageKey(team, channel, ts),
            kind(message),
            author(message),
            label(masked),
            raw,
            wording.plain(masked, Names.NONE),
            thread(message, ts),
            SlackTime.isTs(version) ? SlackTime.instant(version) : Instant.EPOCH,
            message.has("edited")));
  }

  /** Whether the bot itself posted the message. */
  boolean isOwn(JsonNode message) {
    return me.isMine(message);
  }

  private static boolean isSkipped(JsonNode message) {
    String subtype = message.path("subtype").asText("");
    boolean hidden = message.path("hidden").asBoolean(false);
    return SKIPPED.contains(subtype) || subtype.equals("tombstone") || hidden;
  }

  private static Kind kind(JsonNode message) {
    String subtype = message.path("subtype").asText("");
    if (CHANGES_OF_THE_ROOM.contains(subtype)) {
      return Kind.EVENT;
    }
    boolean bot = subtype.equals("bot_message") || message.path("bot_id").isTextual();
    return bot ? Kind.ALERT : Kind.MESSAGE;
  }

  /** The name that a bot gave itself. Old messages hold a person's there, in Slack's markup. */
  private static String label(JsonNode message) {
    String name =
        message.path("username").asText(message.path("bot_profile").path("name").asText(""));
    return name.startsWith("<@") ? "" : name;
  }

  /** In old messages about a file the comment or the file says who it was. */
  private static @org.jspecify.annotations.Nullable String author(JsonNode message) {
    return Stream.of("/user", "/comment/user", "/bot_id", "/file/user")
        .map(place -> message.at(place).asText(""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @org.jspecify.annotations.Nullable String thread(JsonNode message, String ts) {
    String thread = message.path("thread_ts").asText("");
    return thread.isEmpty() || thread.equals(ts) ? null : thread;
  }
}
