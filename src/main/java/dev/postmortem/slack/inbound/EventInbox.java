package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.Code;
import dev.postmortem.slack.text.EmojiNames;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Fate;
import dev.postmortem.workflow.capture.ArrivalWatch.Kind;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Marked;
import dev.postmortem.workflow.capture.Intake;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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
  private final ArrivalWatch watch;
  private final Map<String, Listener> listeners;

  /** Who takes events of a type, and under which kind they are counted. */
  private record Listener(Kind kind, BiFunction<String, JsonNode, Fate> hears) {
    static Listener of(Kind kind, BiConsumer<String, JsonNode> hears) {
      return new Listener(
          kind,
          (team, event) -> {
            hears.accept(team, event);
            return Fate.KEPT;
          });
    }
  }

  EventInbox(MessageEvents messages, Intake intake, EmojiMap emoji, Afterwards afterwards) {
    this(messages, intake, emoji, afterwards, ArrivalWatch.NONE);
  }

  EventInbox(
      MessageEvents messages,
      Intake intake,
      EmojiMap emoji,
      Afterwards afterwards,
      ArrivalWatch watch) {
    this.messages = messages;
    this.intake = intake;
    this.emoji = emoji;
    this.afterwards = afterwards;
    this.watch = watch;
    this.listeners =
        Map.ofEntries(
            Map.entry("message", new Listener(Kind.MESSAGE, this::message)),
            Map.entry("reaction_added", new Listener(Kind.REACTION, this::marked)),
            Map.entry("reaction_removed", new Listener(Kind.REACTION, this::unmarked)),
            Map.entry("app_mention", Listener.of(Kind.MENTION, afterwards::mentioned)),
            Map.entry("app_home_opened", Listener.of(Kind.HOME, afterwards::homeOpened)),
            Map.entry("member_joined_channel", Listener.of(Kind.MEMBER, afterwards::joined)),
            Map.entry("channel_rename", Listener.of(Kind.CHANNEL, afterwards::roomChanged)),
            Map.entry("group_rename", Listener.of(Kind.CHANNEL, afterwards::roomChanged)),
            Map.entry("channel_archive", Listener.of(Kind.CHANNEL, afterwards::archived)),
            Map.entry("group_archive", Listener.of(Kind.CHANNEL, afterwards::archived)),
            Map.entry("channel_unarchive", Listener.of(Kind.CHANNEL, afterwards::unarchived)),
            Map.entry("group_unarchive", Listener.of(Kind.CHANNEL, afterwards::unarchived)),
            Map.entry("channel_id_changed", Listener.of(Kind.CHANNEL, afterwards::channelMoved)),
            Map.entry("user_change", Listener.of(Kind.PERSON, afterwards::personChanged)),
            Map.entry("tokens_revoked", Listener.of(Kind.REVOKED, afterwards::shutOut)),
            Map.entry("app_uninstalled", Listener.of(Kind.REVOKED, afterwards::shutOut)));
  }

  /**
   * Keeps what an envelope says; answers whether Slack may be told so. Otherwise it has to send it
   * again, and the log says why.
   */
  public boolean isKept(JsonNode envelope) {
    if (envelope.path("type").asText().equals(WITHHELD)) {
      watch.withheld();
      LOG.error("Slack withheld events, as there were too many in a minute");
      return true;
    }
    JsonNode event = envelope.path("event");
    Listener listener = listeners.get(event.path("type").asText());
    Kind kind = listener == null ? Kind.OTHER : kind(listener, event);
    Fate fate = Fate.SKIPPED;
    try {
      fate = listener == null ? skipped(event) : listener.hears().apply(team(envelope), event);
    } catch (TurnedAway busy) {
      fate = Fate.TURNED_AWAY;
      About.incident(
          busy.incident(),
          () -> {
            LOG.warn("an event was not kept; Slack will send it again: {}", busy.getMessage());
            LOG.debug("why", busy);
          });
    } catch (RuntimeException unexpected) {
      fate = Fate.FAILED;
      LOG.error("an event could not be kept; Slack will send it again", unexpected);
    }
    watch.came(kind, fate);
    return fate == Fate.KEPT || fate == Fate.SKIPPED;
  }

  private static String team(JsonNode envelope) {
    return envelope.path("team_id").asText(envelope.path("event").path("team").asText());
  }

  private static Kind kind(Listener listener, JsonNode event) {
    if (listener.kind() != Kind.MESSAGE) {
      return listener.kind();
    }
    if (isDirect(event)) {
      return Kind.DIRECT;
    }
    return switch (event.path("subtype").asText("")) {
      case "message_changed" -> Kind.EDIT;
      case "message_deleted" -> Kind.DELETION;
      default -> Kind.MESSAGE;
    };
  }

  /** Types of events that are not known are fine, and nothing. */
  private static Fate skipped(JsonNode event) {
    LOG.debug("skipped an event of type {}", Code.of(event.path("type")));
    return Fate.SKIPPED;
  }

  private static boolean isDirect(JsonNode event) {
    return event.path("channel_type").asText().equals("im");
  }

  private Fate message(String team, JsonNode event) {
    if (isDirect(event)) {
      afterwards.directMessage(team, event);
      return Fate.KEPT;
    }
    Optional<Message> changed = messages.keep(team, event);
    changed.ifPresent(afterwards::kept);
    boolean deletion = event.path("subtype").asText("").equals("message_deleted");
    return changed.isPresent() || deletion ? Fate.KEPT : Fate.SKIPPED;
  }

  private Fate marked(String team, JsonNode event) {
    return reaction(team, event, true);
  }

  private Fate unmarked(String team, JsonNode event) {
    return reaction(team, event, false);
  }

  private Fate reaction(String team, JsonNode event, boolean on) {
    JsonNode item = event.path("item");
    String ts = item.path("ts").asText();
    String at = event.path("event_ts").asText();
    if (!item.path("type").asText().equals("message")
        || !SlackTime.isTs(ts)
        || !SlackTime.isTs(at)) {
      return Fate.SKIPPED;
    }
    String name = EmojiNames.canonical(event.path("reaction").asText());
    Optional<String> tag = emoji.tag(name);
    if (tag.isEmpty()) {
      return Fate.SKIPPED;
    }
    MessageKey key = new MessageKey(team, item.path("channel").asText(), ts);
    String by = event.path("user").asText();
    Mark mark = new Mark(key, tag.get(), by, name, on, SlackTime.instant(at));
    if (intake.keep(new Marked(mark)) == Effect.UNSEEN) {
      afterwards.unseen(key);
    }
    return Fate.KEPT;
  }
}
