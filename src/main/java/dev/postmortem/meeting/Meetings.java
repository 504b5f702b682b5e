package dev.postmortem.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the meetings, one for each incident, and who has prepared for them. */
public interface Meetings {
  /** The meeting of an incident, also when it was cancelled. */
  Optional<Meeting> of(long incident);

  void save(Meeting meeting);

  /** Meetings that are not cancelled. */
  List<Meeting> standing();

  /** Of these, those that begin after a moment, the next first. */
  List<Meeting> after(Instant moment);

  /**
   * Somebody has read the draft. Answers false, and keeps the time that is known, when they said so
   * before.
   */
  boolean read(long incident, String person, Instant at);

  /** Who has read the draft of an incident, invited or not, and since when. */
  Map<String, Instant> readers(long incident);
}
