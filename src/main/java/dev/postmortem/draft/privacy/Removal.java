package dev.postmortem.draft.privacy;

import java.time.Instant;
import java.util.List;

/**
 * That captured messages were removed because they had been kept long enough.
 *
 * @param at when it was begun
 * @param messages how many
 * @param said when they were said, to the second; nothing else is kept of them
 * @param voices the ids of the people who had been heard, in order, as the document names them
 */
public record Removal(Instant at, int messages, List<Instant> said, List<String> voices) {
  public Removal {
    voices = List.copyOf(voices);
    said = List.copyOf(said);
  }
}
