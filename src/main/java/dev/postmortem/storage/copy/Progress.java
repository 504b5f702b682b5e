package dev.postmortem.storage.copy;

/** Hears how far a copy is. */
public interface Progress {
  /** Nobody listens. */
  Progress UNHEARD = (table, done, all) -> {};

  /**
   * So many rows of all are done.
   *
   * @param table of which rows are copied at this moment
   */
  void at(String table, long done, long all);
}
