package dev.postmortem.draft;

import dev.postmortem.meeting.Meeting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a post-mortem whose changes are written down.
 *
 * @param meeting the review meeting, also a cancelled one; null when none was ever planned
 */
public record Snapshot(Draft draft, @Nullable Meeting meeting, List<Waiver> waivers) {
  public Snapshot {
    waivers = List.copyOf(waivers);
  }

  /** As it is kept now. */
  public static Snapshot of(Records records, Draft draft) {
    return new Snapshot(
        draft, records.meetings().of(draft.id()).orElse(null), records.waivers().of(draft.id()));
  }
}
