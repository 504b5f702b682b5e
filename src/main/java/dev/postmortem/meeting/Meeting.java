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
 * @param reason why it is late or long all the same, empty when nobody said
 * @param planned when it was given its present time; the epoch where that was not kept
 */
public record Meeting(
    long incident,
    int revision,
    Instant at,
    Duration length,
    ZoneId zone,
    List<String> attendees,
    String where,
    boolean cancelled,
    String reason,
    Instant planned) {
  public Meeting {
    attendees = attendees.stream().distinct().toList();
  }

  /** A meeting for which nobody gave a reason. */
  public Meeting(
      long incident,
      int revision,
      Instant at,
      Duration length,
      ZoneId zone,
      List<String> attendees,
      String where,
      boolean cancelled) {
    this(incident, revision, at, length, zone, attendees, where, cancelled, "", Instant.EPOCH);
  }

  public Meeting cancelledNow() {
    return new Meeting(
        incident, revision + 1, at, length, zone, attendees, where, true, reason, planned);
  }

  /** The same meeting with other people. */
  public Meeting with(List<String> people) {
    return new Meeting(
        incident, revision + 1, at, length, zone, people, where, cancelled, reason, planned);
  }

  /** Whether it stands, and still lies ahead or goes on. */
  public boolean isAhead(Instant now) {
    return !cancelled && at.plus(length).isAfter(now);
  }
}
