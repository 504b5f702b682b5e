package dev.postmortem.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Something that somebody decided to leave as it is, so that nobody is asked about it again.
 *
 * @param about the number of a task or question, the key of a finding, or what was missing; unique
 *     within its subject
 * @param reason why, empty where none is asked for
 * @param by a user id
 */
public record Waiver(Subject subject, String about, String reason, String by, Instant at) {

  /** What can be left as it is. */
  public enum Subject {
    /** A task that nobody owns, on purpose. */
    TASK,
    /** A question that stays open, on purpose. */
    QUESTION,
    /** Something about the timeline that was looked at and is right. */
    FINDING,
    /** Something without which the document was published all the same. */
    GATE;

    /** Those of many that are about this. */
    public List<Waiver> of(Collection<Waiver> all) {
      return all.stream().filter(one -> one.subject() == this).toList();
    }
  }

  /** Whether it lets this pass. */
  public boolean isAbout(Subject what, String which) {
    return subject == what && about.equals(which);
  }
}
