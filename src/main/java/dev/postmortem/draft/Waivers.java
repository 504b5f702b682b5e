package dev.postmortem.draft;

import java.util.List;

/** Keeps what people decided to leave as it is. */
public interface Waivers {
  /** Those of an incident, in the order in which they were decided. */
  List<Waiver> of(long incident);

  /** Keeps one; the latest about the same thing replaces the one before. */
  void save(long incident, Waiver waiver);

  /** Takes one back; one that is not there is no fault. */
  void remove(long incident, Waiver.Subject subject, String about);
}
