package dev.postmortem.bench;

import java.time.Duration;
import java.util.List;

/** How long Slack waits for its answer when events come at a steady rate. */
final class OpenLoop {
  /** The higher one first: Java's compiler has seen enough of it before the lower one begins. */
  private static final int[] RATES = {1_000, 200};

  private static final double P99 = 0.99;

  /** Before it counts. After a crowd much is compiled anew for those who come one by one. */
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final Plan plan;

  OpenLoop(Plan plan) {
    this.plan = plan;
  }

  void run(List<Subject> subjects) throws Exception {
    for (int rate : RATES) {
      System.out.printf(
          "Open loop: %,d events/s for %d s, after %d s of the same; milliseconds from the intended time"
              + " to the answer%n",
          rate, plan.open().toSeconds(), SETTLING.toSeconds());
      Table table = new Table().row("", "p50", "p99", "p99 more", "max", "over 3 s", "refused");
      Outcome base = null;
      for (Subject subject : subjects) {
        subject.pace(rate, SETTLING);
        Outcome outcome = subject.pace(rate, plan.open());
        base = base == null ? outcome : base;
        table.row(
            subject.name(),
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
}
