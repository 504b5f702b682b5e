package dev.postmortem.draft.catalog;

import dev.postmortem.draft.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted of a post-mortem.
 *
 * @param detected when the incident was noticed, null when no message is marked so
 * @param mitigated when it got better, likewise
 * @param met when the review meeting was or will be, null when there is none
 * @param factors what is written about why it happened, by the section's key
 */
public record Fact(
    Card card,
    @Nullable Instant detected,
    @Nullable Instant mitigated,
    @Nullable Instant met,
    List<Duty> tasks,
    Map<String, String> factors) {
  /** The keys of the sections that say why it happened. */
  public static final Set<String> FACTORS = Set.of("hypothesis", "contributing_factors", "learned");

  public Fact {
    tasks = List.copyOf(tasks);
    factors = Map.copyOf(factors);
  }

  /**
   * A task, as far as it can be counted.
   *
   * @param settled when it was done or dropped; null while it is open, or where that was not kept
   */
  public record Duty(
      int number,
      @Nullable LocalDate due,
      Task.State state,
      Instant made,
      @Nullable Instant settled) {}
}
