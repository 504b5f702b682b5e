package dev.postmortem.meeting;

import java.util.List;
import java.util.Optional;

/** Keeps the meetings, one for each incident. */
public interface Meetings {
  /** The meeting of an incident, also when it was cancelled. */
  Optional<Meeting> of(long incident);

  void save(Meeting meeting);

  /** Meetings that are not cancelled. */
  List<Meeting> standing();
}
