package dev.postmortem.metrics;

import dev.postmortem.delivery.DeliveryWatch;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.CallWatch;
import dev.postmortem.workflow.capture.ArrivalWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Everything that is counted and measured, as the text that Prometheus reads (prometheus.io,
 * "Exposition formats"). It names no person, no channel and no incident: the number of its lines
 * does not depend on what people do.
 */
public final class Meters implements AutoCloseable {
  /** The form of the text. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final ArrivalWatch arrivals = new ArrivalMeters(registry);
  private final CallWatch calls = new CallMeters(registry);
  private final DeliveryWatch deliveries = new LetterMeters(registry);
  private final Alarms.Watch alarms = new AlarmMeters(registry);
  private final BacklogGauges backlog;
  private volatile boolean answers;

  /**
   * Meters that stand at zero.
   *
   * @param backlog what is left to do, asked of the store when somebody looks; it may fail or hang
   */
  public Meters(String version, Supplier<Backlog> backlog) {
    this.backlog = new BacklogGauges(registry, backlog);
    Gauge.builder("postmortem.version", () -> 1)
        .description("Which version runs")
        .tag("version", version)
        .register(registry);
    part("database", () -> answers);
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public ArrivalWatch arrivals() {
    return arrivals;
  }

  public CallWatch calls() {
    return calls;
  }

  public DeliveryWatch deliveries() {
    return deliveries;
  }

  public Alarms.Watch alarms() {
    return alarms;
  }

  /** For what brings meters of its own. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Shows whether a part of the bot works; it must answer at once. */
  public Meters part(String name, BooleanSupplier works) {
    Gauge.builder("postmortem.up", () -> works.getAsBoolean() ? 1 : 0)
        .description("Whether a part of the bot works")
        .tag("part", name)
        .register(registry);
    return this;
  }

  /** Shows how much waits in a queue; it must answer at once. */
  public Meters queue(String name, IntSupplier waiting) {
    Gauge.builder("postmortem.queue.waiting", waiting::getAsInt)
        .description("How much waits in this process")
        .tag("queue", name)
        .register(registry);
    return this;
  }

  /** Shows with how many methods and channels Slack wants to be left alone; answers at once. */
  public Meters resting(IntSupplier lanes) {
    Gauge.builder("postmortem.slack.resting", lanes::getAsInt)
        .description("Methods and channels that Slack wants to be left alone with")
        .register(registry);
    return this;
  }

  /** All of it as it stands, within about a second whatever the store does. */
  public String text() {
    answers = backlog.refresh();
    return registry.scrape();
  }

  @Override
  public void close() {
    backlog.close();
    collections.close();
    registry.clear();
    registry.close();
  }
}
