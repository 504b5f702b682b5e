package dev.postmortem.faults;

import static dev.postmortem.faults.Kept.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be kept because Slack got 200 for it.
 *
 * @param entry channel and ts of the message that it is about
 * @param mark who marked it with what; null when it is about the words
 * @param since the time of what must be kept; a later state is fine
 * @param gone whether the message was taken back
 * @param about the event in a few words
 */
public record Promise(
    String channel,
    String entry,
    @Nullable String mark,
    Instant since,
    boolean gone,
    String about) {

  /** What an event of the Events API promises; what the bot itself says is no part of it. */
  public static Optional<Promise> of(JsonNode event, String bot) {
    String type = event.path("type").asText();
    if (type.equals("message")) {
      return message(event, bot);
    }
    return type.startsWith("reaction_") ? reaction(event) : Optional.empty();
  }

  private static Optional<Promise> message(JsonNode event, String bot) {
    String subtype = event.path("subtype").asText();
    JsonNode now = event.path("message");
    boolean own = List.of(event.path("user").asText(), now.path("user").asText()).contains(bot);
    if (own || subtype.equals("channel_join")) {
      return Optional.empty();
    }
    if (subtype.equals("message_deleted")) {
      return Optional.of(words(event, event.path("deleted_ts").asText(), Instant.EPOCH, true));
    }
    if (now.path("subtype").asText().equals("tombstone")) {
      return Optional.of(words(event, now.path("ts").asText(), Instant.EPOCH, true));
    }
    if (subtype.equals("message_changed")) {
      String edited = now.path("edited").path("ts").asText(now.path("ts").asText());
      return Optional.of(words(event, now.path("ts").asText(), SlackTime.instant(edited), false));
    }
    return Optional.of(words(event, event.path("ts").asText(), Instant.EPOCH, false));
  }

  private static Promise words(JsonNode event, String ts, Instant since, boolean gone) {
    String channel = event.path("channel").asText();
    String about = "message " + event.path("subtype").asText() + " " + event.path("ts").asText();
    return new Promise(channel, key(channel, ts), null, since, gone, about);
  }

  private static Optional<Promise> reaction(JsonNode event) {
    String channel = event.path("item").path("channel").asText();
    String message = key(channel, event.path("item").path("ts").asText());
    String user = event.path("user").asText();
    Instant at = SlackTime.instant(event.path("event_ts").asText());
    String about = event.path("type").asText() + " " + event.path("reaction").asText();
    return EmojiMap.DEFAULT
        .tag(event.path("reaction").asText())
        .map(tag -> new Promise(channel, message, key(message, user, tag), at, false, about));
  }

  /** Whether it is kept, or something later. */
  public boolean isKept(Kept kept) {
    if (mark != null) {
      Instant at = kept.marks().get(mark);
      return at != null && !at.isBefore(since);
    }
    Kept.Entry found = kept.entries().get(entry);
    return found != null && (found.deleted() || (!gone && !found.version().isBefore(since)));
  }
}
