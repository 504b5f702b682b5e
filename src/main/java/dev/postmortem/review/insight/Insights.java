package dev.postmortem.review.insight;

import dev.postmortem.draft.catalog.Fact;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What many post-mortems tell together.
 *
 * @param months from the first month with an incident to the last, none left out
 * @param factors what contributed more than once, the most frequent first
 */
public record Insights(
    int incidents, List<Month> months, Review review, TasksOnTime tasks, List<Factor> factors) {
  public Insights {
    months = List.copyOf(months);
    factors = List.copyOf(factors);
  }

  /**
   * Counts.
   *
   * @param zone in which months and days are told
   * @param today by which what is still open is late or not
   */
  public static Insights of(List<Fact> facts, ZoneId zone, LocalDate today) {
    List<Fact> real = facts.stream().filter(Told::isReal).toList();
    return new Insights(
        real.size(),
        Months.of(real, zone),
        Review.of(real),
        TasksOnTime.of(real, zone, today),
        Factors.of(real));
  }
}
