package dev.postmortem.metrics;

import dev.postmortem.delivery.DeliveryWatch;
import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.timeline.Readings;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.CallWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Fate;
import dev.postmortem.workflow.capture.ArrivalWatch.Kind;
import dev.postmortem.workflow.capture.ArrivalWatch.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Meters without a bot. */
public final class Measured {
  private static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");

  private Measured() {}

  /** Meters of which each has measured something, so that all of their names are shown. */
  public static Meters everything() {
    Meters meters = of("1.0");
    meters.part("slack", () -> true).queue("intake", () -> 3).resting(() -> 0);
    meters.arrivals().came(Kind.MESSAGE, Fate.KEPT);
    meters.arrivals().answered(Way.HTTP, 1_500_000);
    meters.arrivals().refused();
    meters.arrivals().withheld();
    meters.calls().called("chat.postMessage", CallWatch.WELL, 70_000_000);
    meters.calls().heldBack("chat.postMessage");
    meters.calls().asksForRest("chat.postMessage", Duration.ofMillis(2_500));
    meters.deliveries().tried(Letter.Kind.MAIL, DeliveryWatch.Fate.SENT);
    meters.alarms().rang(Alarms.Kind.NUDGE, true);
    meters.alarms().missed();
    return meters;
  }

  /** Meters over a store in which three letters wait and one channel is being read. */
  public static Meters of(String version) {
    return new Meters(version, Measured::backlog);
  }

  private static Backlog backlog() {
    return new Backlog(
        Map.of(Outbox.State.WAITING, 3L),
        Optional.of(NOW.minusSeconds(90)),
        new Readings.Progress(1, 0, Optional.of(NOW.minusSeconds(5)), Optional.of(NOW)),
        NOW);
  }
}
