package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.EmojiNames;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Marked;
import dev.postmortem.workflow.capture.Intake;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the Events API's envelopes. Once one is accepted, what the event said is on disk. What
 * takes time is left to the {@link Afterwards}.
 */
public final class EventInbox {
  private static final Logger LOG = LoggerFactory.getLogger(EventInbox.class);

  /** Slack tells once a minute that it drops events. */
  static final String WITHHELD = "app_rate_limited";

  private final MessageEvents messages;
  private final Intake intake;
  private final EmojiMap emoji;
  private final Afterwards afterwards;
  private final Map<String, BiConsumer<String, JsonNode>> listeners;

  EventInbox(MessageEvents messages, Intake intake, EmojiMap emoji, Afterwards afterwards) {
    this.messages = messages;
    this.intake = intake;
    this.emoji = emoji;
    this.afterwards = afterwards;
    this.listeners =
        Map.ofEntries(
            Map.entry("message", this::message),
            Map.entry("reaction_added", (team, event) -> reaction(team, event, true)),
            Map.entry("reaction_removed", (team, event) -> reaction(team, event, false)),
            Map.entry("app_mention", afterwards::mentioned),
            Map.entry("app_home_opened", afterwards::homeOpened),
            Map.entry("member_joined_channel", afterwards::joined),
            Map.entry("channel_rename", afterwards::roomChanged),
            Map.entry("group_rename", afterwards::roomChanged),
            Map.entry("channel_archive", afterwards::archived),
            Map.entry("group_archive", afterwards::archived),
            Map.entry("channel_unarchive", afterwards::unarchived),
            Map.entry("group_unarchive", afterwards::unarchived),
            Map.entry("channel_id_changed", afterwards::channelMoved),
            Map.entry("user_change", afterwards::personChanged),
            Map.entry("tokens_revoked", afterwards::shutOut),
            Map.entry("app_uninstalled", afterwards::shutOut));
  }

  /**
   * Keeps what an envelope says; answers whether Slack may be told so. Otherwise it has to send it
   * again, and the log says why.
   */
  public boolean isKept(JsonNode envelope) {
    try {
      accept(envelope);
      return true;
    } catch (TurnedAway busy) {
      LOG.warn("an event was not kept; Slack will send it again: {}", busy.getMessage());
      LOG.debug("why", busy);
    } catch (RuntimeException unexpected) {
      LOG.error("an event could not be kept; Slack will send it again", unexpected);
    }
    return false;
  }

  /** Types of events that are not known are fine, and nothing. */
  private void accept(JsonNode json) {
    if (json.path("type").asText().equals(WITHHELD)) {
      LOG.error("Slack withheld events, as there were too many in a minute");
      return;
    }
    JsonNode event = json.path("event");
    BiConsumer<String, JsonNode> listener = listeners.get(event.path("type").asText());
    if (listener == null) {
      LOG.debug("skipped an event of type {}", event.path("type"));
      return;
    }
    listener.accept(json.path("team_id").asText(event.path("team").asText()), event);
  }

  private void message(String team, JsonNode event) {
    if (event.path("channel_type").asText().equals("im")) {
      afterwards.directMessage(team, event);
      return;
    }
    messages.keep(team, event).ifPresent(afterwards::kept);
  }

  private void reaction(String team, JsonNode event, boolean on) {
    JsonNode item = event.path("item");
    String ts = item.path("ts").asText();
    String at = event.path("event_ts").asText();
    if (!item.path("type").asText().equals("message")
        || !SlackTime.isTs(ts)
        || !SlackTime.isTs(at)) {
      return;
    }
    String name = EmojiNames.canonical(event.path("reaction").asText());
    emoji
        .tag(name)
        .ifPresent(
            tag -> {
              MessageKey key = new MessageKey(team, item.path("channel").asText(), ts);
              String by = event.path("user").asText();
              Mark mark = new Mark(key, tag, by, name, on, SlackTime.instant(at));
              if (intake.keep(new Marked(mark)) == Effect.UNSEEN) {
                afterwards.unseen(key);
              }
            });
  }
}
