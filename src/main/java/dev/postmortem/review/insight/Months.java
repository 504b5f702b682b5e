package dev.postmortem.review.insight;

import dev.postmortem.draft.catalog.Fact;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the incidents apart by the month in which they began. */
final class Months {
  /** A start in a wrong century must not make thousands of empty months. */
  private static final int MOST = 240;

  private Months() {}

  static List<Month> of(List<Fact> facts, ZoneId zone) {
    TreeMap<YearMonth, List<Fact>> byMonth =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    fact -> YearMonth.from(fact.card().started().atZone(zone)),
                    TreeMap::new,
                    Collectors.toList()));
    if (byMonth.isEmpty()) {
      return List.of();
    }
    YearMonth last = byMonth.lastKey();
    YearMonth earliest = last.minusMonths(MOST - 1);
    YearMonth month = byMonth.firstKey().isBefore(earliest) ? earliest : byMonth.firstKey();
    List<Month> months = new ArrayList<>();
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month(month, byMonth.getOrDefault(month, List.of())));
    }
    return months;
  }

  private static Month month(YearMonth month, List<Fact> facts) {
    return new Month(
        month,
        facts.size(),
        median(facts, Told::toDetect),
        median(facts, Told::toMitigate),
        median(facts, Told::toResolve));
  }

  private static Median median(List<Fact> facts, Function<Fact, Optional<Duration>> length) {
    return Median.of(facts.stream().map(length));
  }
}
