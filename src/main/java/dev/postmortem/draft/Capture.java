package dev.postmortem.draft;

import java.time.Instant;

/**
 * What a channel's messages belong to: the little of a draft that every message needs to know.
 *
 * @param from what was said before belongs to it only when somebody put it there
 */
public record Capture(long incident, Instant from) {
  /** Whether what was said then belongs to it by itself. */
  public boolean covers(Instant said) {
    return !said.isBefore(from);
  }
}
