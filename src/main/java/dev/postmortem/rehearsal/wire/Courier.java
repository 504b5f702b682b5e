package dev.postmortem.rehearsal.wire;

import dev.postmortem.rehearsal.state.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Makes the attempts, keeps the journal, and tries again as the plan of the workspace says. */
public final class Courier {
  private final PriorityQueue<Retry> retries =
      new PriorityQueue<>(Comparator.comparing(Retry::due));
  private final List<Duration> delays;
  private final Line line;
  private final Lanes lanes;
  private final Journal journal;
  private final Activity activity;
  private final Team team;

  private record Retry(Instant due, Parcel parcel, Attempt attempt) {}

  Courier(Line line, List<Duration> delays, Journal journal, Activity activity, Team team) {
    this.line = line;
    this.delays = delays;
    this.journal = journal;
    this.activity = activity;
    this.team = team;
    lanes = new Lanes(activity);
  }

  /** Delivers something that a person waits for: one attempt, in the caller's thread. */
  public Reply deliver(Parcel parcel) {
    activity.begin();
    try {
      return attempt(parcel, Attempt.FIRST);
    } finally {
      activity.end();
    }
  }

  /** Delivers an event in its lane, and again if need be. */
  void dispatch(Parcel parcel) {
    dispatch(parcel, Attempt.FIRST);
  }

  private void dispatch(Parcel parcel, Attempt attempt) {
    lanes.submit(parcel.lane(), () -> attemptAndRetry(parcel, attempt));
  }

  private void attemptAndRetry(Parcel parcel, Attempt attempt) {
    Reply reply = attempt(parcel, attempt);
    if (!reply.isAcknowledged() && reply.again() && attempt.number() < delays.size()) {
      Attempt next = new Attempt(attempt.number() + 1, reply.outcome());
      schedule(new Retry(team.clock().instant().plus(delays.get(attempt.number())), parcel, next));
    }
  }

  private Reply attempt(Parcel parcel, Attempt attempt) {
    Instant at = team.clock().instant();
    long start = System.nanoTime();
    Reply reply = line.send(parcel, attempt);
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    journal.keep(
        new Delivery(
            parcel.kind().wireName(),
            parcel.what(),
            parcel.id(),
            attempt.number(),
            reply.answer().status(),
            reply.outcome(),
            latency,
            parcel.payload(),
            at,
            reply.answer().body()));
    return team.locked(() -> reply);
  }

  private void schedule(Retry retry) {
    synchronized (retries) {
      retries.add(retry);
    }
    wake();
  }

  /** Sends the retries that are due by the workspace's clock. */
  public void wake() {
    Instant now = team.clock().instant();
    synchronized (retries) {
      while (!retries.isEmpty() && !retries.element().due().isAfter(now)) {
        Retry due = retries.remove();
        dispatch(due.parcel(), due.attempt());
      }
    }
  }

  int retriesWaiting() {
    synchronized (retries) {
      return retries.size();
    }
  }

  /** Runs something else that takes its time, such as the sharing of a file. */
  public void later(Runnable task) {
    lanes.submit("later", task);
  }

  /** Stops. */
  public void close() {
    lanes.close();
  }
}
