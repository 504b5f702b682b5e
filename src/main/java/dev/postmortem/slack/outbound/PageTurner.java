package dev.postmortem.slack.outbound;

import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.capture.CatchUp;
import dev.postmortem.workflow.capture.Next;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads on in the history of each incident's channel: one page at a time, in turn with whatever
 * else takes its time, and one page of a channel at a time. Where Slack wants to be left alone an
 * alarm rings when that is over; nobody waits meanwhile.
 */
public final class PageTurner {
  private final CatchUp catchUp;
  private final Errands errands;
  private final Alarms alarms;
  private final LongConsumer whenRead;
  private final Set<Long> turning = new HashSet<>();

  /**
   * Reads by errands.
   *
   * @param whenRead is told of the incident when a reading has ended or come to a stop
   */
  public PageTurner(CatchUp catchUp, Errands errands, Alarms alarms, LongConsumer whenRead) {
    this.whenRead = whenRead;
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
    return begin(incident) ? About.ask(incident, () -> turn(incident)) : new Next.More();
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
    try {
      next = catchUp.step(incident);
      if (next instanceof Next.Later later) {
        alarms.set(new Alarm("read/" + incident, Alarms.Kind.RECONCILE, incident, later.at()));
      }
    } finally {
      if (next instanceof Next.More) {
        submit(incident);
      } else {
        end(incident);
      }
    }
    if (!(next instanceof Next.More)) {
      whenRead.accept(incident);
    }
    if (!(next instanceof Next.More) && catchUp.isWaiting(incident)) {
      readOn(incident);
    }
    return next;
  }
}
