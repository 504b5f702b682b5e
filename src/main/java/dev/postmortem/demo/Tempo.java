package dev.postmortem.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How time passes in a play that somebody watches: as fast as they like, not at all while it is
 * paused, and at once up to where they want to be. The play runs in a thread of its own, which
 * waits in here; whoever watches commands from others.
 */
final class Tempo {
  /** As slow as the clock on the wall: the incident's minutes in a second of the visitor's. */
  static final double WALL = 1 / 60.0;

  private static final Duration TICK = Duration.ofMillis(400);
  private static final Duration FOREVER = Duration.ofHours(1);

  /** The night between the incident and the morning after lasts no longer, at whatever speed. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final Time time;
  private final Rest rest;
  private boolean playing;
  private boolean over;
  private boolean closed;
  private boolean step;
  private double speed = 1;
  private Instant hurry = Instant.MIN;

  Tempo(Time time, Rest rest) {
    this.time = time;
    this.rest = rest;
  }

  /** The clock of the play. */
  interface Time {
    Instant now();

    /** Makes it that time, with all that is due until then. */
    void leap(Instant then);
  }

  /** How the play's thread rests while the lock is free. */
  interface Rest {
    /** On the wall clock, and until the lock is notified; whoever rests looks again afterwards. */
    @SuppressWarnings("WaitNotInLoop")
    Rest REAL =
        (lock, most) -> {
          long start = System.nanoTime();
          lock.wait(most.toMillis());
          return Duration.ofNanos(System.nanoTime() - start);
        };

    /** Rests at most so long; answers with how long it was. */
    Duration rest(Object lock, Duration most) throws InterruptedException;
  }

  /** The script is not to go on; it is left by this at the place where it waits. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super("the visitor goes on alone", null, false, false);
    }
  }

  /** Where time goes next, and whether the script goes on there. */
  private record Move(Instant to, boolean isThere) {}

  /** Comes back when it is that time, and the next line may be played. */
  void until(Instant then) {
    Duration way = Duration.between(time.now(), then);
    Move move;
    do {
      move = toLine(then, way);
      go(move.to());
    } while (!move.isThere());
  }

  private synchronized Move toLine(Instant then, Duration way) {
    if (over) {
      throw new Over();
    }
    Instant now = time.now();
    if (step || !hurry.isBefore(then)) {
      step = false;
      return new Move(then, true);
    }
    if (hurry.isAfter(now)) {
      return new Move(hurry, false);
    }
    if (playing && !then.isAfter(now)) {
      return new Move(then, true);
    }
    if (!playing) {
      rest(FOREVER);
      return new Move(now, false);
    }
    Instant to = now.plus(played(rest(TICK), way));
    return new Move(to.isBefore(then) ? to : then, false);
  }

  /** What passes in the play meanwhile; a long time without a line goes faster than the others. */
  private Duration played(Duration rested, Duration way) {
    double usual = speed * 60;
    double needed = (double) way.toMillis() / LONGEST.toMillis();
    return Duration.ofMillis(Math.round(rested.toMillis() * Math.max(usual, needed)));
  }

  /** Lets time pass for the visitor alone, until the play is closed. */
  void goOn() {
    while (!isClosed()) {
      go(alone());
    }
  }

  private synchronized Instant alone() {
    Instant now = time.now();
    if (hurry.isAfter(now)) {
      return hurry;
    }
    return playing ? now.plus(played(rest(TICK), Duration.ZERO)) : restAt(now);
  }

  private Instant restAt(Instant now) {
    rest(FOREVER);
    return now;
  }

  private void go(Instant to) {
    if (!isClosed() && to.isAfter(time.now())) {
      time.leap(to);
    }
  }

  private Duration rest(Duration most) {
    try {
      return closed ? Duration.ZERO : rest.rest(this, most);
    } catch (InterruptedException end) {
      close();
      return Duration.ZERO;
    }
  }

  synchronized void play(boolean on) {
    playing = on;
    notifyAll();
  }

  synchronized boolean isPlaying() {
    return playing;
  }

  /** So many minutes of the incident in a second of the visitor's. */
  synchronized void speed(double minutes) {
    speed = minutes;
    notifyAll();
  }

  synchronized double speed() {
    return speed;
  }

  /** Plays the next line at once. */
  synchronized void step() {
    step = true;
    notifyAll();
  }

  /** Without waiting until then. */
  synchronized void hurry(Instant until) {
    hurry = until;
    notifyAll();
  }

  /** From now on the visitor goes on alone; time passes as on the wall. */
  synchronized void end() {
    over = true;
    speed = WALL;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized void close() {
    over = true;
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
