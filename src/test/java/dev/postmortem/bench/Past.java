package dev.postmortem.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What was said in the rooms, a page at a time and the newest first, as Slack shows it. */
final class Past {
  private final List<String> rooms;
  private final long firstSecond;
  private final Events events;
  private final LongSupplier said;

  /**
   * What was said in these rooms in turn.
   *
   * @param said how many messages there are by now
   */
  Past(List<String> rooms, long firstSecond, Events events, LongSupplier said) {
    this.rooms = rooms;
    this.firstSecond = firstSecond;
    this.events = events;
    this.said = said;
  }

  /** The fields of Slack's answer to a request with these. */
  String page(Map<String, String> asked) {
    int room = rooms.indexOf(asked.getOrDefault("channel", ""));
    long newest = said.getAsLong() - 1;
    long from = Math.min(newest, number(asked, "latest", newest));
    if (!asked.getOrDefault("cursor", "").isEmpty()) {
      from = Long.parseLong(asked.get("cursor"));
    }
    long until = number(asked, "oldest", 0);
    int limit = Integer.parseInt(asked.getOrDefault("limit", "100"));
    List<String> messages = new ArrayList<>();
    long at = room < 0 ? -1 : from - Math.floorMod(from - room, rooms.size());
    while (at >= until && messages.size() < limit) {
      messages.add(events.message(at));
      at -= rooms.size();
    }
    return ",\"messages\":%s,\"has_more\":%b,\"response_metadata\":{\"next_cursor\":\"%s\"}"
        .formatted(messages, at >= until, at >= until ? String.valueOf(at) : "");
  }

  private long number(Map<String, String> asked, String bound, long otherwise) {
    long number = Mold.number(firstSecond, asked.getOrDefault(bound, ""));
    return number < 0 ? otherwise : number;
  }
}
