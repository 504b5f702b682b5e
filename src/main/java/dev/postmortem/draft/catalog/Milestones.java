package dev.postmortem.draft.catalog;

import java.time.Instant;
import java.util.Map;
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
   * @param firsts when the first message happened that is filed under a tag
   */
  public static Milestones of(Map<String, Instant> firsts) {
    return new Milestones(
        first(firsts, "detected", "symptom"), first(firsts, "mitigated", "remediation"));
  }

  private static @Nullable Instant first(Map<String, Instant> firsts, String own, String other) {
    Instant first = firsts.get(own);
    return first == null ? firsts.get(other) : first;
  }
}
