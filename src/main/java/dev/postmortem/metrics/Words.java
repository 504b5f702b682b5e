package dev.postmortem.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels of what is counted: the words of enums and nothing else, so there are few of them. */
final class Words {
  private Words() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** A counter for each outcome. */
  static <E extends Enum<E>> Map<E, Counter> counters(
      MeterRegistry registry, Counter.Builder builder, Class<E> outcomes) {
    Map<E, Counter> counters = new EnumMap<>(outcomes);
    for (E outcome : outcomes.getEnumConstants()) {
      counters.put(outcome, builder.withRegistry(registry).withTag("outcome", of(outcome)));
    }
    return counters;
  }

  static <E extends Enum<E>> void add(@Nullable Map<E, Counter> counters, E outcome) {
    Counter counter = counters == null ? null : counters.get(outcome);
    if (counter != null) {
      counter.increment();
    }
  }
}
