package dev.postmortem.metrics;

import dev.postmortem.delivery.DeliveryWatch;
import dev.postmortem.delivery.Letter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts the attempts to deliver letters. */
final class LetterMeters implements DeliveryWatch {
  private final Map<Letter.Kind, Map<Fate, Counter>> tried = new EnumMap<>(Letter.Kind.class);

  LetterMeters(MeterRegistry registry) {
    for (Letter.Kind kind : Letter.Kind.values()) {
      Counter.Builder builder =
          Counter.builder("postmortem.deliveries")
              .description("Attempts to deliver a letter, and what became of them")
              .tag("kind", Words.of(kind));
      tried.put(kind, Words.counters(registry, builder, Fate.class));
    }
  }

  @Override
  public void tried(Letter.Kind kind, Fate fate) {
    Words.add(tried.get(kind), fate);
  }
}
