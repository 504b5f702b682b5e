package dev.postmortem.draft.catalog;

import java.util.OptionalLong;

/** Keeps the catalog up with what is written and said, behind everybody's back. */
public interface Shelf {
  /** Where a way along the shelf begins; it leads from the newest post-mortems to the oldest. */
  long BEGINNING = Long.MAX_VALUE;

  /** How much is looked at. */
  enum Care {
    /** What is new: the cost is that of what came since the last time. */
    NEW,

    /**
     * Also what was changed, taken back, or said late. A post-mortem of which something was is read
     * from its beginning, as a word that is gone in one place may stand in another.
     */
    ALL
  }

  /**
   * Takes in some of what is new or changed, of post-mortems with ids below this one. Answers from
   * where to go on, or nothing at the end of the way. Each is visited once on a way, so it ends
   * also while people go on writing. Several processes may do it at once.
   */
  OptionalLong keepUp(Care care, long below);
}
