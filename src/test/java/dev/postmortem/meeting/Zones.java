package dev.postmortem.meeting;

import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeSet;

/** The zones that people live in. */
final class Zones {
  private Zones() {}

  /**
   * Every zone that Java itself knows, in order. The calendar library that the tests read with adds
   * some of its own, which have no rules.
   */
  static List<String> all() {
    TreeSet<String> all = new TreeSet<>(List.of(TimeZone.getAvailableIDs()));
    all.retainAll(ZoneId.getAvailableZoneIds());
    return List.copyOf(all);
  }
}
