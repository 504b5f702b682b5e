package dev.postmortem.faults;

import static dev.postmortem.faults.Kept.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Slack got 200 for; none of it may be missing, whatever happened to the process since. */
final class Acknowledged {
  private final Kept kept;
  private final Set<String> rooms;
  private final String bot;
  private final List<String> missing = new ArrayList<>();
  private int checked;

  /** To be looked for in the timelines of these channels, where the bot's own words are not. */
  Acknowledged(Kept kept, Set<String> rooms, String bot) {
    this.kept = kept;
    this.rooms = rooms;
    this.bot = bot;
  }

  /** Looks for everything that was acknowledged. */
  Acknowledged check(List<Delivery> deliveries) {
    deliveries.stream()
        .filter(delivery -> delivery.status() == 200 && delivery.kind().equals("events_api"))
        .map(delivery -> delivery.payload().path("event"))
        .forEach(this::check);
    return this;
  }

  private void check(JsonNode event) {
    String type = event.path("type").asText();
    if (type.equals("message") && rooms.contains(event.path("channel").asText())) {
      message(event.path("channel").asText(), event);
    } else if (type.startsWith("reaction_")) {
      reaction(event);
    }
  }

  private void message(String channel, JsonNode event) {
    String subtype = event.path("subtype").asText();
    JsonNode now = event.path("message");
    boolean own = List.of(event.path("user").asText(), now.path("user").asText()).contains(bot);
    if (own || subtype.equals("channel_join")) {
      return;
    }
    if (subtype.equals("message_deleted")) {
      expect(channel, event.path("deleted_ts").asText(), Instant.EPOCH, true, event);
    } else if (now.path("subtype").asText().equals("tombstone")) {
      expect(channel, now.path("ts").asText(), Instant.EPOCH, true, event);
    } else if (subtype.equals("message_changed")) {
      String edited = now.path("edited").path("ts").asText(now.path("ts").asText());
      expect(channel, now.path("ts").asText(), SlackTime.instant(edited), false, event);
    } else {
      expect(channel, event.path("ts").asText(), Instant.EPOCH, false, event);
    }
  }

  private void expect(String channel, String ts, Instant since, boolean gone, JsonNode event) {
    checked++;
    Optional<Kept.Entry> found = Optional.ofNullable(kept.entries().get(key(channel, ts)));
    boolean there =
        found
            .filter(entry -> entry.deleted() || (!gone && !entry.version().isBefore(since)))
            .isPresent();
    if (!there) {
      missing.add(event + " but there is " + found);
    }
  }

  private void reaction(JsonNode event) {
    String channel = event.path("item").path("channel").asText();
    Optional<String> tag = EmojiMap.DEFAULT.tag(event.path("reaction").asText());
    if (rooms.contains(channel) && tag.isPresent()) {
      checked++;
      String message = key(channel, event.path("item").path("ts").asText());
      Instant at = kept.marks().get(key(message, event.path("user").asText(), tag.get()));
      if (at == null || at.isBefore(SlackTime.instant(event.path("event_ts").asText()))) {
        missing.add(event + " but there is " + at);
      }
    }
  }

  /** How many acknowledgements were looked into. */
  int checked() {
    return checked;
  }

  /** What was acknowledged and is not there. */
  List<String> missing() {
    return missing;
  }
}
