package dev.postmortem.draft.catalog;

import dev.postmortem.timeline.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an incident was noticed and when it got better, as far as marked messages say so: the first
 * that is filed as {@code detected}, else as a symptom; the first filed as {@code mitigated}, else
 * as a remediation.
 */
public record Milestones(@Nullable Instant detected, @Nullable Instant mitigated) {

  /**
   * What they say.
   *
   * @param filed the marked messages in order of their time
   */
  public static Milestones of(List<Entry> filed) {
    return new Milestones(
        first(filed, "detected", "symptom"), first(filed, "mitigated", "remediation"));
  }

  private static @Nullable Instant first(List<Entry> filed, String... tags) {
    for (String tag : tags) {
      for (Entry entry : filed) {
        if (entry.isTagged(tag) && !entry.amendment().hidden()) {
          return entry.at();
        }
      }
    }
    return null;
  }
}
