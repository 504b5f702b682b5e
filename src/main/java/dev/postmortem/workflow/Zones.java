package dev.postmortem.workflow;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Person;
import java.time.ZoneId;

/** Where people are. */
public final class Zones {
  private Zones() {}

  /** Somebody's own zone, else the other one. */
  public static ZoneId of(Records records, String user, ZoneId otherwise) {
    ZoneId own = records.people().find(user).map(Person::zone).orElse(null);
    return own == null ? otherwise : own;
  }
}
