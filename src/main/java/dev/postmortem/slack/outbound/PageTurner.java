package dev.postmortem.slack.outbound;

import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.capture.CatchUp;
import dev.postmortem.workflow.capture.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads on in the history of each incident's channel: one page at a time, in turn with whatever
 * else takes its time, and one page of a channel at a time. Where Slack wants to be left alone, or
 * nobody waits for what is read, an alarm rings when it goes on.
 */
public final class PageTurner {
  /** Less than a third of what Slack allows to one workspace (docs.slack.dev, tier 3). */
  private static final Duration APART = Duration.ofSeconds(4);

  /** As much as an ordinary hour of a few war rooms takes. */
  private static final int AT_ONCE = 12;

  private final CatchUp catchUp;
  private final Errands errands;
  private final Alarms alarms;
  private final LongConsumer whenRead;
  private final Set<Long> turning = new HashSet<>();
  private final Clock clock;
  private final Pace leisure = new Pace(AT_ONCE, APART);

  /**
   * Reads by errands.
   *
   * @param whenRead is told of the incident when a reading has ended or come to a stop
   */
  public PageTurner(
      CatchUp catchUp, Errands errands, Alarms alarms, Clock clock, LongConsumer whenRead) {
    this.whenRead = whenRead;
    this.clock = clock;
    this.catchUp = catchUp;
    this.errands = errands;
    this.alarms = alarms;
  }

  /**
   * Reads on soon, if anything is left to read. What does not fit among the errands is found again
   * when the next reading is wanted.
   */
  public void readOn(long incident) {
    if (begin(incident)) {
      submit(incident);
    }
  }

  /** Makes the first step at once, on this thread; says how it goes on. */
  public Next readNow(long incident) {
    return begin(incident) ? About.ask(incident, () -> turn(incident)) : new Next.More(true);
  }

  /** Waits until nobody reads in the incident's channel, but not long. */
  public void await(long incident, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    synchronized (turning) {
      try {
        long left = most.toMillis();
        while (turning.contains(incident) && left > 0) {
          turning.wait(left);
          left = (end - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean begin(long incident) {
    synchronized (turning) {
      return turning.add(incident);
    }
  }

  private void end(long incident) {
    synchronized (turning) {
      turning.remove(incident);
      turning.notifyAll();
    }
  }

  private void submit(long incident) {
    String about = "read PM-" + incident;
    if (!About.ask(incident, () -> errands.run(about, () -> turn(incident)))) {
      end(incident);
    }
  }

  private Next turn(long incident) {
    Next next = new Next.Done();
    Optional<Instant> rest = Optional.empty();
    try {
      next = catchUp.step(incident);
      rest = rest(next);
      rest.ifPresent(until -> setAlarm(incident, until));
    } finally {
      if (next instanceof Next.More && rest.isEmpty()) {
        submit(incident);
      } else {
        end(incident);
      }
    }
    if (!(next instanceof Next.More)) {
      whenRead.accept(incident);
    }
    if (isWantedMeanwhile(incident, next, rest)) {
      readOn(incident);
    }
    return next;
  }

  /** Until when nothing more is read, if that is known. */
  private Optional<Instant> rest(Next next) {
    if (next instanceof Next.Later later) {
      return Optional.of(later.at());
    }
    return next instanceof Next.More more && !more.awaited()
        ? leisure.rest(clock.instant())
        : Optional.empty();
  }

  private void setAlarm(long incident, Instant until) {
    alarms.set(new Alarm("read/" + incident, Alarms.Kind.RECONCILE, incident, until));
  }

  private boolean isWantedMeanwhile(long incident, Next next, Optional<Instant> rest) {
    return next instanceof Next.More
        ? rest.isPresent() && catchUp.isAwaited(incident)
        : catchUp.isWaiting(incident);
  }
}
