package dev.postmortem.metrics;

import dev.postmortem.workflow.CallWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts the calls to Slack. The methods are those that stand in our code; of Slack's errors only
 * those become a label that somebody can do something about, or that pass.
 */
final class CallMeters implements CallWatch {
  private static final String HELD_BACK = "held_back";
  private static final String OTHER = "other";
  private static final Duration[] STEPS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  /** See the error tables of Slack's methods; {@code http} and {@code away} are ours. */
  private static final Set<String> ERRORS =
      Set.of(
          WELL,
          "account_inactive",
          "away",
          "cant_update_message",
          "channel_not_found",
          "expired_trigger_id",
          "fatal_error",
          "http",
          "internal_error",
          "invalid_auth",
          "invalid_blocks",
          "is_archived",
          "message_not_found",
          "missing_scope",
          "not_in_channel",
          "ratelimited",
          "request_timeout",
          "service_unavailable",
          "token_revoked",
          "user_not_found");

  private final MeterRegistry registry;

  CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void called(String method, String error, long nanos) {
    count(method, ERRORS.contains(error) ? error : OTHER);
    Timer.builder("postmortem.slack.call")
        .description("From a call of Slack's Web API to its answer")
        .tag("method", method)
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void heldBack(String method) {
    count(method, HELD_BACK);
  }

  private void count(String method, String outcome) {
    Counter.builder("postmortem.slack.calls")
        .description("Calls of Slack's Web API, and what Slack said")
        .tags("method", method, "outcome", outcome)
        .register(registry)
        .increment();
  }

  @Override
  public void asksForRest(String method, Duration pause) {
    Counter.builder("postmortem.slack.rate.limits")
        .description("How often Slack wanted to be left alone")
        .tag("method", method)
        .register(registry)
        .increment();
    Counter.builder("postmortem.slack.rate.limit.wait")
        .description("How long it wanted that, in all")
        .baseUnit("seconds")
        .tag("method", method)
        .register(registry)
        .increment(pause.toMillis() / 1_000.0);
  }
}
