package dev.postmortem.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long Slack waits for its answer when events come at a steady rate. The servers take turns, so
 * that what the machine or a database does beside is no one's burden alone.
 */
final class OpenLoop {
  /** The higher one first: Java's compiler has seen enough of it before the lower one begins. */
  private static final int[] RATES = {1_000, 200};

  private static final double P99 = 0.99;

  /**
   * Before it counts, as many events as this part of the warm-up. After a crowd much is compiled
   * anew for those who come one by one, on the processors that they need; and the compiler counts
   * calls, not seconds.
   */
  private static final int SETTLING = 8;

  /** A turn, and the uncounted beginning of it. */
  private static final Duration TURN = Duration.ofSeconds(10);

  private static final Duration LEAD = Duration.ofSeconds(2);

  private final Plan plan;

  OpenLoop(Plan plan) {
    this.plan = plan;
  }

  void run(List<Subject> subjects) throws Exception {
    for (int rate : RATES) {
      System.out.printf(
          "Open loop: %,d events/s for %d s in turns of %d s, after %d s of the same; milliseconds from"
              + " the intended time to the answer%n",
          rate, turns() * TURN.toSeconds(), TURN.toSeconds(), settling(rate).toSeconds());
      Table table = new Table().row("", "p50", "p99", "p99 more", "max", "over 3 s", "refused");
      List<Outcome> outcomes = measure(subjects, rate);
      Outcome base = outcomes.get(0);
      for (int i = 0; i < subjects.size(); i++) {
        Outcome outcome = outcomes.get(i);
        table.row(
            subjects.get(i).name(),
            "%.2f".formatted(outcome.millis(0.5)),
            "%.2f".formatted(outcome.millis(P99)),
            "%+.2f".formatted(outcome.millis(P99) - base.millis(P99)),
            "%.1f".formatted(outcome.millis(1)),
            String.valueOf(outcome.over(3_000)),
            String.valueOf(outcome.refused()));
      }
      table.print();
    }
  }

  private Duration settling(int rate) {
    return Duration.ofSeconds(plan.warmUp() / SETTLING / rate);
  }

  private long turns() {
    return Math.max(1, plan.open().dividedBy(TURN));
  }

  /** Of each in the same order. */
  private List<Outcome> measure(List<Subject> subjects, int rate) throws Exception {
    for (Subject subject : subjects) {
      subject.goOn();
      subject.pace(rate, settling(rate));
      subject.hold();
    }
    List<Outcome> all = new ArrayList<>(Collections.nCopies(subjects.size(), Outcome.NOTHING));
    for (long turn = 0; turn < turns(); turn++) {
      for (int i = 0; i < subjects.size(); i++) {
        Subject subject = subjects.get(i);
        subject.goOn();
        subject.pace(rate, LEAD);
        all.set(i, all.get(i).and(subject.pace(rate, TURN)));
        subject.hold();
      }
    }
    return all;
  }
}
