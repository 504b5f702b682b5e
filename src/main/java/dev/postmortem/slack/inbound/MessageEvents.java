package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.Code;
import dev.postmortem.slack.text.SameWords;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Happening.TakenBack;
import dev.postmortem.workflow.capture.Intake;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What is said, changed and taken back. */
final class MessageEvents {
  private static final Logger LOG = LoggerFactory.getLogger(MessageEvents.class);
  private final MessageReader reader;
  private final Intake intake;

  MessageEvents(MessageReader reader, Intake intake) {
    this.reader = reader;
    this.intake = intake;
  }

  /** Keeps what the event says; answers the message that is new or changed, if there is one. */
  Optional<Message> keep(String team, JsonNode event) {
    String channel = event.path("channel").asText();
    return switch (event.path("subtype").asText("")) {
      case "message_changed" -> changed(team, channel, event);
      case "message_deleted" -> {
        delete(team, channel, event.path("deleted_ts").asText(), event);
        yield Optional.empty();
      }
      default -> keep(reader.read(team, channel, event), channel, event);
    };
  }

  private Optional<Message> changed(String team, String channel, JsonNode event) {
    JsonNode now = event.path("message");
    if (now.path("subtype").asText("").equals("tombstone")) {
      delete(team, channel, now.path("ts").asText(), event);
      return Optional.empty();
    }
    return keep(reader.read(team, channel, now, version(event)), channel, now);
  }

  private Optional<Message> keep(Optional<Message> message, String channel, JsonNode said) {
    if (message.isEmpty()) {
      skipped(channel, said);
    }
    return message.filter(read -> intake.keep(new Said(read)) == Effect.CHANGED);
  }

  /** Says which it was, and never what it said. */
  private void skipped(String channel, JsonNode said) {
    LOG.atLevel(reader.isOwn(said) ? Level.DEBUG : Level.INFO)
        .log(
            "a message of subtype {} is not kept, {} in {}",
            Code.of(said.path("subtype").asText("none")),
            Code.of(said.path("ts")),
            Code.of(channel));
  }

  /**
   * When the message took its new form: an unfurl or a counted reply leaves {@code edited} and the
   * words as they were, and is no change; a bot's update has no {@code edited} but other words.
   */
  private static String version(JsonNode event) {
    JsonNode now = event.path("message");
    JsonNode before = event.path("previous_message");
    String edited = now.path("edited").path("ts").asText("");
    if (!edited.isEmpty()) {
      return edited;
    }
    return SameWords.in(now, before)
        ? now.path("ts").asText()
        : event.path("event_ts").asText(event.path("ts").asText());
  }

  private void delete(String team, String channel, String ts, JsonNode event) {
    String at = event.path("event_ts").asText(event.path("ts").asText());
    if (SlackTime.isTs(ts) && SlackTime.isTs(at)) {
      intake.keep(new TakenBack(new MessageKey(team, channel, ts), SlackTime.instant(at)));
    }
  }
}
