package dev.postmortem.rehearsal.api;

import java.time.Duration;

/** A way in which a call of the Web API goes wrong. */
public sealed interface Fault {
  /** 429 with Retry-After. */
  static Fault ratelimited(int seconds) {
    return new RateLimited(seconds);
  }

  /** 200 with ok:false and this error. */
  static Fault error(String code) {
    return new Refused(code);
  }

  /**
   * This HTTP status with an HTML body; also 200, as something between Slack and the bot may do.
   */
  static Fault http(int status) {
    return new Http(status);
  }

  /** The effect is done, then the connection is closed without an answer: the dangerous case. */
  static Fault drop() {
    return new Drop();
  }

  /** The answer comes this much later, in real time. */
  static Fault slow(Duration delay) {
    return new Slow(delay);
  }

  /** See {@link #ratelimited}. */
  record RateLimited(int seconds) implements Fault {}

  /** See {@link #error}. */
  record Refused(String code) implements Fault {}

  /** See {@link #http}. */
  record Http(int status) implements Fault {}

  /** See {@link #drop}. */
  record Drop() implements Fault {}

  /** See {@link #slow}. */
  record Slow(Duration delay) implements Fault {}
}
