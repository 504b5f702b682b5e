package dev.postmortem.delivery;

import java.time.Instant;

/** Who says that they have read a published document. */
public interface Readership {
  /** Keeps that somebody read it; answers false, and changes nothing, when they said so before. */
  boolean add(long incident, String person, Instant at);

  /** How many people have read it. */
  int size(long incident);
}
