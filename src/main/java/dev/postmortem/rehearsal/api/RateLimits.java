package dev.postmortem.rehearsal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rate limits of the Web API: on by default, with the bursts that Slack tolerates (page "Rate
 * limits"). Time is the real one or the workspace's clock, whichever went further.
 */
public final class RateLimits {
  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Clock clock;
  private final Instant clockStart;
  private final long realStart = System.nanoTime();
  private boolean on = true;
  private int burst = -1;
  private boolean distributed;
  private double furthest;

  RateLimits(Clock clock) {
    this.clock = clock;
    clockStart = clock.instant();
  }

  private static final class Bucket {
    private double calls;
    private double at;

    Bucket(double calls, double at) {
      this.calls = calls;
      this.at = at;
    }
  }

  /** Limits nothing. */
  public synchronized RateLimits off() {
    on = false;
    return this;
  }

  /** Limits as by default. */
  public synchronized RateLimits on() {
    on = true;
    distributed = false;
    burst = -1;
    buckets.clear();
    return this;
  }

  /** Tolerates bursts of this many calls only. */
  public synchronized RateLimits burst(int calls) {
    on = true;
    burst = calls;
    buckets.clear();
    return this;
  }

  /**
   * Limits history and replies as for apps that are sold and not in the Marketplace, since May
   * 2025: one call a minute, and 15 objects with each.
   */
  public synchronized RateLimits distributed() {
    on();
    distributed = true;
    return this;
  }

  /** How many objects a page of history holds at most, when that is limited. */
  synchronized OptionalInt objects() {
    return distributed ? OptionalInt.of(15) : OptionalInt.empty();
  }

  /** Counts a call; the seconds to wait if it is one too many. */
  synchronized OptionalInt count(Method method, String channel) {
    if (!on) {
      return OptionalInt.empty();
    }
    boolean slow = distributed && method.name().matches("conversations\\.(history|replies)");
    Method.Tier tier = slow ? Method.Tier.ONE : method.tier();
    double most = slow ? 1 : burst < 0 ? tier.burst() : burst;
    double now = seconds();
    String key = tier == Method.Tier.EACH_CHANNEL ? method.name() + channel : method.name();
    Bucket bucket = buckets.computeIfAbsent(key, name -> new Bucket(most, now));
    bucket.calls = Math.min(most, bucket.calls + (now - bucket.at) * tier.perMinute() / 60.0);
    bucket.at = now;
    if (bucket.calls < 1) {
      return OptionalInt.of((int) Math.ceil((1 - bucket.calls) * 60.0 / tier.perMinute()));
    }
    bucket.calls--;
    return OptionalInt.empty();
  }

  private double seconds() {
    double real = (System.nanoTime() - realStart) / 1e9;
    double held = Duration.between(clockStart, clock.instant()).toMillis() / 1e3;
    furthest = Math.max(furthest, Math.max(real, held));
    return furthest;
  }
}
