package dev.postmortem.draft.catalog;

import dev.postmortem.draft.State;
import dev.postmortem.draft.WarRoom;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a post-mortem.
 *
 * @param severity empty when nobody said
 * @param resolved null while the incident goes on
 * @param published when the document went out first, null before
 * @param zone in which the incident's times are printed
 * @param owner a user id, empty when nobody knows any more
 */
public record Card(
    long id,
    String title,
    String severity,
    State state,
    WarRoom room,
    Instant started,
    @Nullable Instant resolved,
    @Nullable Instant published,
    ZoneId zone,
    String owner,
    int openTasks) {

  /** How people name it. */
  public String name() {
    return "PM-" + id;
  }
}
