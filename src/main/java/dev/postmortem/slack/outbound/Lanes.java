package dev.postmortem.slack.outbound;

import dev.postmortem.workflow.CallWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Slack limits each method for itself, and posts for each channel (docs.slack.dev, "Rate limits").
 * So calls of one lane go one after another, in the order in which they came, and none goes out
 * before the time is over that Slack wants to be left alone. Other lanes are not held up.
 *
 * <p>Nobody waits for a lane that rests: the call fails at once with what is left of the pause. A
 * lane that nobody uses and that does not rest is forgotten.
 */
final class Lanes {
  private static final String BY_CHANNEL = "chat.postMessage";

  /** A window's trigger lives three seconds, so whoever opens one learns soon that it is no use. */
  private static final Duration PROMPT = Duration.ofSeconds(2);

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final int SWEPT_ABOVE = 50;

  private final Map<String, Lane> lanes = new HashMap<>();
  private final Clock clock;
  private final CallWatch watch;

  Lanes(Clock clock) {
    this(clock, CallWatch.NONE);
  }

  Lanes(Clock clock, CallWatch watch) {
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Makes a call in its lane.
   *
   * @throws SlackFault of the call itself; or busy, when the lane rests or is taken for too long
   */
  <T> T through(String method, @Nullable Object channel, Call<T> call) throws SlackFault {
    String name = method.equals(BY_CHANNEL) ? method + " " + channel : method;
    Lane lane = enter(name);
    try {
      takeTurn(method, lane);
      try {
        return inTurn(method, lane, call);
      } finally {
        lane.turn.unlock();
      }
    } finally {
      leave(name, lane);
    }
  }

  private void takeTurn(String method, Lane lane) throws SlackFault {
    try {
      if (!lane.turn.tryLock(patience(method).toMillis(), TimeUnit.MILLISECONDS)) {
        watch.heldBack(method);
        throw SlackFault.busy(method, A_MOMENT);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw SlackFault.busy(method, A_MOMENT);
    }
  }

  private <T> T inTurn(String method, Lane lane, Call<T> call) throws SlackFault {
    Duration left = Duration.between(clock.instant(), lane.restsUntil);
    if (left.compareTo(Duration.ZERO) > 0) {
      watch.heldBack(method);
      throw SlackFault.busy(method, left);
    }
    long begun = System.nanoTime();
    try {
      T answer = call.make();
      watch.called(method, CallWatch.WELL, System.nanoTime() - begun);
      return answer;
    } catch (SlackFault fault) {
      watch.called(method, fault.code(), System.nanoTime() - begun);
      Duration pause = fault.pause();
      if (pause != null) {
        watch.asksForRest(method, pause);
        lane.restsUntil = clock.instant().plus(pause);
      }
      throw fault;
    }
  }

  private static Duration patience(String method) {
    return method.startsWith("views.") ? PROMPT : PATIENT;
  }

  private synchronized Lane enter(String name) {
    if (lanes.size() > SWEPT_ABOVE) {
      lanes.values().removeIf(this::isIdle);
    }
    Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
    lane.inside++;
    return lane;
  }

  private synchronized void leave(String name, Lane lane) {
    lane.inside--;
    if (isIdle(lane)) {
      lanes.remove(name);
    }
  }

  private boolean isIdle(Lane lane) {
    return lane.inside == 0 && !lane.restsUntil.isAfter(clock.instant());
  }

  /** How many lanes are remembered. */
  synchronized int remembered() {
    lanes.values().removeIf(this::isIdle);
    return lanes.size();
  }

  /** How many calls are made or wait for their turn. */
  synchronized int inside() {
    return lanes.values().stream().mapToInt(lane -> lane.inside).sum();
  }

  /** How many lanes Slack wants to be left alone with. */
  synchronized int resting() {
    Instant now = clock.instant();
    return (int) lanes.values().stream().filter(lane -> lane.restsUntil.isAfter(now)).count();
  }

  /** A call to Slack. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws SlackFault;
  }

  private static final class Lane {
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Instant restsUntil = Instant.EPOCH;
    private int inside;
  }
}
