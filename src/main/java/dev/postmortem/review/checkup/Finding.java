package dev.postmortem.review.checkup;

import dev.postmortem.timeline.MessageKey;
import java.util.List;

/**
 * Something about a timeline that the point person may want to put right.
 *
 * @param kind what it is about
 * @param about tells apart those of a kind, and stays the same while the same is found
 * @param sentence what was found and what can be done, in plain text
 * @param entries those concerned, in order of time and at most {@link #MOST}; empty when something
 *     is missing
 */
public record Finding(Kind kind, String about, String sentence, List<MessageKey> entries) {
  /** More entries than these are counted, and not listed. */
  public static final int MOST = 10;

  public Finding {
    entries = List.copyOf(entries);
  }

  /** Names the finding within its timeline, however often the timeline is gone through. */
  public String key() {
    return kind + "/" + about;
  }

  /** What a finding is about, in the order in which the checklist shows them. */
  public enum Kind {
    /** Nothing says when the incident was noticed, when it got better, or when it was over. */
    MILESTONE,
    /** Long without a key point. */
    SILENCE,
    /** Before the start, or after the end. */
    OUTSIDE,
    /** A hypothesis that came after the last remediation. */
    ORDER,
    /** The times that people typed do not agree. */
    CLOCKS;
  }
}
