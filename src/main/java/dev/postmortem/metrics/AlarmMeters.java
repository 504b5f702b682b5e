package dev.postmortem.metrics;

import dev.postmortem.workflow.Alarms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts the alarms that rang, and those that came late. */
final class AlarmMeters implements Alarms.Watch {
  private final Map<Alarms.Kind, Map<Outcome, Counter>> rang = new EnumMap<>(Alarms.Kind.class);
  private final Counter missed;

  private enum Outcome {
    DONE,
    FAILED
  }

  AlarmMeters(MeterRegistry registry) {
    for (Alarms.Kind kind : Alarms.Kind.values()) {
      Counter.Builder builder =
          Counter.builder("postmortem.alarms")
              .description("Alarms that rang, and whether what they woke returned")
              .tag("kind", Words.of(kind));
      rang.put(kind, Words.counters(registry, builder, Outcome.class));
    }
    missed =
        Counter.builder("postmortem.alarms.misfired")
            .description("Alarms that could not ring when they were due")
            .register(registry);
  }

  @Override
  public void rang(Alarms.Kind kind, boolean well) {
    Words.add(rang.get(kind), well ? Outcome.DONE : Outcome.FAILED);
  }

  @Override
  public void missed() {
    missed.increment();
  }
}
