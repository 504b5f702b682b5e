package dev.postmortem.draft;

import java.util.List;

/** Keeps who changed what when. Lines are added and never changed. */
public interface Chronicle {
  void add(long incident, Change change);

  /** How many lines there are. */
  int size(long incident);

  /**
   * A stretch of the lines, the newest first.
   *
   * @param skip how many of the newest are left out
   */
  List<Change> latest(long incident, int skip, int most);
}
