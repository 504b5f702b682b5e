package dev.postmortem.metrics;

import dev.postmortem.delivery.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Shows what the store says is left to do. What it does not say is no number. */
final class BacklogGauges implements AutoCloseable {
  private static final Duration HOLDS = Duration.ofSeconds(5);
  private final MeterRegistry registry;
  private final Inquiry<Backlog> inquiry;
  private volatile Optional<Backlog> latest = Optional.empty();

  BacklogGauges(MeterRegistry registry, Supplier<Backlog> question) {
    this.registry = registry;
    this.inquiry = new Inquiry<>(question, HOLDS);
    for (Outbox.State state : Outbox.State.values()) {
      gauge("postmortem.outbox.letters", it -> it.letters().getOrDefault(state, 0L))
          .description("Letters by what became of them")
          .tag("state", Words.of(state))
          .register(registry);
    }
    gauge("postmortem.outbox.age", it -> it.since(it.overdueSince()))
        .description("For how long the letter that waits longest should be gone")
        .baseUnit("seconds")
        .register(registry);
    readings("under_way", it -> it.readings().underWay());
    readings("shut", it -> it.readings().shut());
    gauge("postmortem.reading.age", it -> it.since(it.readings().oldest()))
        .description("For how long the oldest reading of a channel's history is under way")
        .baseUnit("seconds")
        .register(registry);
    gauge("postmortem.reading.lag", it -> it.since(it.readings().stalest()))
        .description("How long ago the war room was read to the end that waits longest for it")
        .baseUnit("seconds")
        .register(registry);
  }

  private void readings(String state, ToDoubleFunction<Backlog> number) {
    gauge("postmortem.readings", number)
        .description("Readings of a channel's history that are not at their end")
        .tag("state", state)
        .register(registry);
  }

  private Gauge.Builder<Supplier<Number>> gauge(String name, ToDoubleFunction<Backlog> number) {
    return Gauge.builder(
        name, () -> latest.map(known -> number.applyAsDouble(known)).orElse(Double.NaN));
  }

  /** Asks the store; whether it answered. */
  boolean refresh() {
    latest = inquiry.answer();
    return latest.isPresent();
  }

  @Override
  public void close() {
    inquiry.close();
  }
}
