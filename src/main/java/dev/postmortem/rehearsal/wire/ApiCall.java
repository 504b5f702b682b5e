package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** One call of the Web API: what was asked, without the token, and what was answered. */
public record ApiCall(
    Instant at, String method, ObjectNode args, int status, ObjectNode answer, Duration latency)
    implements Exchange {
  /** Whether it succeeded. */
  public boolean ok() {
    return answer.path("ok").asBoolean();
  }

  /** The error; empty if it succeeded. */
  public String error() {
    return answer.path("error").asText("");
  }
}
