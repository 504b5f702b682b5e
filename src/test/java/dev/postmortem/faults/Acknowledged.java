package dev.postmortem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.wire.Delivery;
import java.util.ArrayList;
import java.util.List;
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
    Promise.of(event, bot)
        .filter(promise -> rooms.contains(promise.channel()))
        .ifPresent(
            promise -> {
              checked++;
              if (!promise.isKept(kept)) {
                missing.add(promise + " of " + event);
              }
            });
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
