package dev.postmortem.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Keeps how far the history of each incident's channel is read: at most one reading for each. */
public interface Readings {
  /** The latest reading of an incident. */
  Optional<Reading> of(long incident);

  /** Like {@link #of}, and nobody else changes it until this piece of work is kept. */
  Optional<Reading> forChange(long incident);

  /** Keeps it in place of the one before. */
  void save(Reading reading);

  /** Takes up what is to be asked; what is there already stays as it is. */
  void add(long incident, Collection<Step> steps);

  /** What is to be asked next: threads, then marks, then doubts; of each kind the newest first. */
  Optional<Step> next(long incident);

  /** Keeps how far a step has come. */
  void save(long incident, Step step);

  /** The step is done. */
  void remove(long incident, Step step);

  /** Nothing is to be asked any more. */
  void clear(long incident);

  /** How the readings of all war rooms stand in which people still talk. */
  Progress progress();

  /**
   * How readings stand.
   *
   * @param underWay how many have something left to read
   * @param shut how many of those only go on when somebody does something
   * @param oldest when the first of them was begun
   * @param stalest when the war room was read to its end, or that was begun, that waits longest
   */
  record Progress(int underWay, int shut, Optional<Instant> oldest, Optional<Instant> stalest) {}
}
