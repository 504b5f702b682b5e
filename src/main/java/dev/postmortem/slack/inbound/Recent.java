package dev.postmortem.slack.inbound;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers what was asked lately: Slack delivers a mention again when it is in doubt, and a
 * command must not be done twice for that.
 */
final class Recent {
  private final Set<String> keys = new LinkedHashSet<>();
  private final int most;

  Recent(int most) {
    this.most = most;
  }

  /** Whether this is heard of for the first time among the latest. */
  synchronized boolean isNew(String key) {
    boolean fresh = keys.add(key);
    if (keys.size() > most) {
      Iterator<String> oldest = keys.iterator();
      oldest.next();
      oldest.remove();
    }
    return fresh;
  }
}
