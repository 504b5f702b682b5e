package dev.postmortem.check;

import java.util.List;

/** Looks at one thing. */
@FunctionalInterface
public interface Examination {
  /** What was found; nothing at all when there is nothing to say. Never changes anything. */
  List<Finding> examine();
}
