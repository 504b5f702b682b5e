package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.Code;
import dev.postmortem.slack.views.Advice;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack did not do what it was asked. */
public final class SlackFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Errors of Slack that pass by themselves; see the error tables of its methods. */
  private static final Set<String> PASSING =
      Set.of(
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "ratelimited",
          "rate_limited",
          "team_added_to_org",
          "http",
          "away");

  private final String code;
  private final @Nullable Duration pause;

  private SlackFault(
      String method, String code, @Nullable Duration pause, @Nullable Throwable cause) {
    super(method + ": " + code + (cause == null ? "" : " (" + cause.getMessage() + ")"), cause);
    this.code = code;
    this.pause = pause;
  }

  static SlackFault busy(String method, @Nullable String retryAfter) {
    return busy(method, pause(retryAfter));
  }

  static SlackFault busy(String method, Duration pause) {
    return new SlackFault(method, "ratelimited", pause, null);
  }

  static SlackFault http(String method, int status) {
    return new SlackFault(method, "http", null, new java.io.IOException("HTTP " + status));
  }

  static SlackFault away(String method, Throwable cause) {
    return new SlackFault(method, "away", null, cause);
  }

  /** What Slack says is told again by its codes alone: the rest may quote what was sent. */
  static SlackFault refused(String method, JsonNode answer) {
    String code = Code.of(answer.path("error").asText("unknown_error"));
    String needed = answer.path("needed").asText("");
    String places = Code.places(answer.path("response_metadata").path("messages"));
    String more = ((needed.isEmpty() ? "" : Code.of(needed)) + " " + places).strip();
    Throwable cause = more.isEmpty() ? null : new IllegalArgumentException(more);
    return new SlackFault(method, code, null, cause);
  }

  /** How long {@code Retry-After} asks to wait; half a minute when it says nothing one can read. */
  public static Duration pause(@Nullable String text) {
    try {
      return Duration.ofSeconds(text == null ? 1 : Math.max(1, Long.parseLong(text.strip())));
    } catch (NumberFormatException strange) {
      return Duration.ofSeconds(30);
    }
  }

  /** Slack's word for what is wrong; {@code http} and {@code away} are ours. */
  public String code() {
    return code;
  }

  public boolean is(String... codes) {
    return Set.of(codes).contains(code);
  }

  /** How long Slack wants to be left alone, null when it did not say. */
  public @Nullable Duration pause() {
    return pause;
  }

  /** Whether the same call may well be answered later. */
  public boolean isPassing() {
    return PASSING.contains(code);
  }

  /** What happened and what to do, for a person. */
  public String advice() {
    return Advice.on(code, isPassing());
  }
}
