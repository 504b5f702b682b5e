package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import java.util.ArrayList;
import java.util.List;

/** The first few of many entries, and how many there were. */
final class Collected {
  private final List<MessageKey> keys = new ArrayList<>();
  private int count;

  void add(Entry entry) {
    count++;
    if (keys.size() < Finding.MOST) {
      keys.add(entry.key());
    }
  }

  void clear() {
    keys.clear();
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  List<MessageKey> keys() {
    return List.copyOf(keys);
  }

  /** {@code 1 entry} or {@code 12 entries}, and the verb that goes with it. */
  String counted(String one, String many) {
    return count == 1 ? "1 entry " + one : count + " entries " + many;
  }
}
