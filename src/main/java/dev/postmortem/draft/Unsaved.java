package dev.postmortem.draft;

import java.time.Instant;
import java.util.List;

/** Keeps what somebody had typed into a window that was closed without saving it. */
public interface Unsaved {
  /** What a person typed into the sections of an incident and did not save. */
  List<Text> of(long incident, String person);

  /** Keeps a text; a later one of the same section replaces it. */
  void save(long incident, String person, Text text);

  /** Forgets what a person typed into a section: it is saved, or no longer wanted. */
  void remove(long incident, String person, String section);

  /**
   * A text.
   *
   * @param section the section's key
   * @param raw the words as a Slack message in JSON
   */
  record Text(String section, String raw, Instant at) {}
}
