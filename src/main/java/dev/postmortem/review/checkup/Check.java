package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import java.util.List;

/** One thing to look for. It sees every entry once, and keeps little of what it saw. */
interface Check {
  /** An entry that is shown, in order of {@link Entry#at}. */
  void see(Entry entry);

  /** What was found, after the last entry. */
  List<Finding> found();
}
