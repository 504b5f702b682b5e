package dev.postmortem.draft.catalog;

import java.util.OptionalLong;

/** Keeps the catalog up with what is written and said, behind everybody's back. */
public interface Shelf {
  /** Where a way along the shelf begins; it leads from the newest post-mortems to the oldest. */
  long BEGINNING = Long.MAX_VALUE;

  /** How much is looked at. */
  enum Care {
    /** Post-mortems that were never read, or by another version of the bot. */
    UNREAD,

    /**
     * What came since the last time: the earliest messages of one post-mortem in a step, which
     * takes moments.
     */
    NEW,

    /**
     * Also what was changed, taken back, or said late. A post-mortem of which something was is read
     * from its beginning, as a word that is gone in one place may stand in another.
     */
    ALL
  }

  /**
   * Takes in some of what is new or changed, of post-mortems with ids below this one. Each is
   * visited once on a way, so it ends also while people go on writing. Several processes may do it
   * at once.
   */
  Step keepUp(Care care, long below);

  /**
   * What was done.
   *
   * @param next from where to go on; nothing at the end of the way
   * @param isCut whether something was left of the last that was visited, for another way
   */
  record Step(OptionalLong next, boolean isCut) {
    /** There is nothing to be done, or nothing any more. */
    public static final Step END = new Step(OptionalLong.empty(), false);

    /** All was taken in as far as here. */
    public static Step to(long place) {
      return new Step(OptionalLong.of(place), false);
    }
  }
}
