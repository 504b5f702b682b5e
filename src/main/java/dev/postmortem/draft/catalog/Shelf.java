package dev.postmortem.draft.catalog;

/** Keeps the catalog up with what is written and said, behind everybody's back. */
public interface Shelf {
  /**
   * Takes in some of what is new or changed; answers whether there may be more. Several processes
   * may do it at once.
   */
  boolean keepUp();
}
