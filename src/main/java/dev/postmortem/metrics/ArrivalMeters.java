package dev.postmortem.metrics;

import dev.postmortem.workflow.capture.ArrivalWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts what comes from Slack. All counters are made beforehand: only a number is added here. */
final class ArrivalMeters implements ArrivalWatch {
  /** From what one commit takes to what Slack still waits for. */
  private static final Duration[] STEPS =
      Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 3_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<Kind, Map<Fate, Counter>> came = new EnumMap<>(Kind.class);
  private final Map<Way, Timer> answered = new EnumMap<>(Way.class);
  private final Counter refused;
  private final Counter withheld;

  ArrivalMeters(MeterRegistry registry) {
    for (Kind kind : Kind.values()) {
      came.put(kind, Words.counters(registry, events(kind), Fate.class));
    }
    for (Way way : Way.values()) {
      answered.put(
          way,
          Timer.builder("postmortem.ack")
              .description("From a request of Slack to its answer")
              .tag("via", Words.of(way))
              .serviceLevelObjectives(STEPS)
              .register(registry));
    }
    refused =
        Counter.builder("postmortem.requests.refused")
            .description("Requests that Slack did not sign, or that were too large")
            .register(registry);
    withheld =
        Counter.builder("postmortem.events.withheld")
            .description("How often Slack said that it kept events back")
            .register(registry);
  }

  private static Counter.Builder events(Kind kind) {
    return Counter.builder("postmortem.events")
        .description("What came from Slack, and what became of it")
        .tag("kind", Words.of(kind));
  }

  @Override
  public void came(Kind kind, Fate fate) {
    Words.add(came.get(kind), fate);
  }

  @Override
  public void answered(Way way, long nanos) {
    Timer timer = answered.get(way);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void refused() {
    refused.increment();
  }

  @Override
  public void withheld() {
    withheld.increment();
  }
}
