package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.time.Duration;

/**
 * What a call of the Web API is answered.
 *
 * @param retryAfter seconds, with status 429; 0 otherwise
 * @param drop whether the connection is closed in place of an answer
 */
record ApiAnswer(int status, ObjectNode json, int retryAfter, boolean drop, Duration delay) {
  static ApiAnswer of(ObjectNode json) {
    return new ApiAnswer(200, json, 0, false, Duration.ZERO);
  }

  static ApiAnswer rateLimited(int seconds) {
    return new ApiAnswer(
        429, Json.of("ok", false, "error", "ratelimited"), seconds, false, Duration.ZERO);
  }

  static ApiAnswer http(int status) {
    return new ApiAnswer(
        status, Json.of("ok", false, "error", "http " + status), 0, false, Duration.ZERO);
  }

  /** Whether an HTML page stands in place of the answer. */
  boolean isPage() {
    return json.path("error").asText().startsWith("http ");
  }

  ApiAnswer dropped() {
    return new ApiAnswer(status, json, retryAfter, true, delay);
  }

  ApiAnswer later(Duration by) {
    return new ApiAnswer(status, json, retryAfter, drop, by);
  }
}
