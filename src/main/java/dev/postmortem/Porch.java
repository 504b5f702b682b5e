package dev.postmortem;

import dev.postmortem.metrics.Meters;
import dev.postmortem.slack.inbound.Doorway;
import dev.postmortem.slack.inbound.SignatureFilter;
import dev.postmortem.web.HttpFront;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What answers at the port from the first moment to the last, also while the rest of the bot is not
 * there yet, or no more: it lives, it is not ready, and Slack is to come again.
 */
final class Porch {
  private final HttpFront http;
  private final Gauges gauges = new Gauges();
  private final Doorway doorway = new Doorway();
  private volatile Supplier<String> against = () -> "starting";
  private final int port;
  private boolean open;

  Porch(Settings settings, Clock clock) {
    port = settings.http().port();
    http = new HttpFront(settings.http().bind(), port);
    if (!settings.slack().isSocketMode()) {
      http.slack(
          new SignatureFilter(settings.slack().signingSecret(), clock, gauges.meters().arrivals()),
          doorway);
    }
    http.probe("/healthz", () -> true)
        .readiness("/readyz", () -> against.get())
        .text("/metrics", Meters.CONTENT_TYPE, gauges.meters()::text);
  }

  /** Listens, if it does not yet. */
  void open() throws Wiring.Refused {
    try {
      if (!open) {
        http.start();
        open = true;
      }
    } catch (IOException taken) {
      throw new Wiring.Refused("Port " + port + " cannot be opened: " + taken.getMessage());
    }
  }

  /** What speaks against being ready; empty when nothing does. */
  void readyUnless(Supplier<String> reason) {
    against = reason;
  }

  HttpFront http() {
    return http;
  }

  /** What is measured, from the first moment. */
  Gauges gauges() {
    return gauges;
  }

  Doorway doorway() {
    return doorway;
  }
}
