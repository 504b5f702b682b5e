package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The review meeting of an incident.
 *
 * @param revision grows when it is moved or its people change
 * @param attendees user ids, each once
 * @param where a link or a room, empty when nobody said
 */
public record Meeting(
    long incident,
    int revision,
    Instant at,
    Duration length,
    ZoneId zone,
    List<String> attendees,
    String where,
    boolean cancelled) {
  public Meeting {
    attendees = attendees.stream().distinct().toList();
  }

  public Meeting cancelledNow() {
    return new Meeting(incident, revision + 1, at, length, zone, attendees, where, true);
  }
}
