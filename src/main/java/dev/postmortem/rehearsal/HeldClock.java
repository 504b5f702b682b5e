package dev.postmortem.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until it is moved by hand. Listeners are told after each move, in the
 * mover's thread.
 */
public final class HeldClock extends Clock {
  private final Hands hands;
  private final ZoneId zone;

  private HeldClock(Hands hands, ZoneId zone) {
    this.hands = hands;
    this.zone = zone;
  }

  /** Held at this instant, in UTC. */
  public static HeldClock at(Instant instant) {
    return new HeldClock(new Hands(instant), ZoneOffset.UTC);
  }

  /** Held at this ISO instant, such as {@code 2026-11-22T14:05:00Z}. */
  public static HeldClock at(String isoInstant) {
    return at(Instant.parse(isoInstant));
  }

  /** Moves the clock by this much; backwards if negative. */
  public void advance(Duration step) {
    hands.move(step);
  }

  /** Moves the clock to this instant. */
  public void set(Instant instant) {
    hands.put(instant);
  }

  /** Calls the listener after each move, until forgotten. */
  public void onMove(Runnable listener) {
    hands.listeners.add(listener);
  }

  /** Stops telling this listener. */
  public void forget(Runnable listener) {
    hands.listeners.remove(listener);
  }

  @Override
  public Instant instant() {
    return hands.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same held time seen from another zone: moving one moves both. */
  @Override
  public Clock withZone(ZoneId other) {
    return new HeldClock(hands, other);
  }

  private static final class Hands {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    synchronized Instant now() {
      return now;
    }

    void move(Duration step) {
      synchronized (this) {
        now = now.plus(step);
      }
      listeners.forEach(Runnable::run);
    }

    void put(Instant instant) {
      synchronized (this) {
        now = instant;
      }
      listeners.forEach(Runnable::run);
    }
  }
}
