package dev.postmortem.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bot beside a bare Bolt: all are warm, and take turns. */
final class SideBySide {
  private static final int ROOMS = 8;
  private static final int[] RATES = {200, 1_000};
  private final Plan plan;
  private final List<Subject> subjects = new ArrayList<>();

  SideBySide(Plan plan) {
    this.plan = plan;
  }

  void run(FakeSlack slack, List<Contender> contenders, Path directory) throws Exception {
    try {
      for (Contender contender : contenders) {
        Path own = directory.resolve("side-" + subjects.size());
        Subject.Size size = new Subject.Size(ROOMS, Plan.CONNECTIONS);
        subjects.add(new Subject(contender, slack, own, size));
      }
      warm();
      if (plan.has("closed")) {
        closed();
      }
      if (plan.has("open")) {
        open();
      }
    } finally {
      for (Subject subject : subjects) {
        subject.close();
      }
    }
    for (Subject subject : subjects) {
      if (subject.contender().database().isPresent()) {
        Audit.of(subject).print(subject.name());
      }
    }
  }

  private void warm() throws Exception {
    System.out.printf("Warm-up: %,d events for each server%n", plan.warmUp());
    for (Subject subject : subjects) {
      Outcome outcome = subject.send(plan.warmUp());
      System.out.printf(
          "  %s: %.1f s, %d refused%n", subject.name(), outcome.seconds(), outcome.refused());
    }
    System.out.println();
  }

  private void closed() throws Exception {
    double[][] rates = new double[subjects.size()][plan.rounds()];
    Duration[] cpu = new Duration[subjects.size()];
    Arrays.fill(cpu, Duration.ZERO);
    int[] refused = new int[subjects.size()];
    long[] acknowledged = new long[subjects.size()];
    for (int round = 0; round < plan.rounds(); round++) {
      for (int i = 0; i < subjects.size(); i++) {
        Duration before = subjects.get(i).child().cpu();
        Outcome outcome = subjects.get(i).flood(plan.round());
        cpu[i] = cpu[i].plus(subjects.get(i).child().cpu()).minus(before);
        rates[i][round] = outcome.perSecond();
        refused[i] += outcome.refused();
        acknowledged[i] += outcome.acknowledged();
      }
    }
    System.out.printf(
        "Closed loop: %d connections, %d rounds of %d s in turn; acknowledged events per second%n",
        Plan.CONNECTIONS, plan.rounds(), plan.round().toSeconds());
    Table table = new Table().row(head());
    for (int i = 0; i < subjects.size(); i++) {
      table.row(row(subjects.get(i).name(), rates[i], "%,.0f"));
    }
    for (int i = 1; i < subjects.size(); i++) {
      double[] ratios = new double[plan.rounds()];
      for (int round = 0; round < ratios.length; round++) {
        ratios[round] = rates[i][round] / rates[0][round];
      }
      table.row(row(subjects.get(i).name() + " / bare Bolt", ratios, "%.2f"));
    }
    table.print();
    for (int i = 0; i < subjects.size(); i++) {
      System.out.printf(
          "  %s: %.0f µs of processor time per event, %d refused%n",
          subjects.get(i).name(), cpu[i].toNanos() / 1e3 / acknowledged[i], refused[i]);
    }
    System.out.println();
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("", "median", "min", "max"));
    for (int round = 1; round <= plan.rounds(); round++) {
      head.add("round " + round);
    }
    return head;
  }

  private static List<String> row(String name, double[] rounds, String form) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    List<String> row = new ArrayList<>(List.of(name));
    for (double value : new double[] {sorted[sorted.length / 2], sorted[0], max(sorted)}) {
      row.add(form.formatted(value));
    }
    Arrays.stream(rounds).forEach(value -> row.add(form.formatted(value)));
    return row;
  }

  private static double max(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  private void open() throws Exception {
    for (int rate : RATES) {
      System.out.printf(
          "Open loop: %,d events/s for %d s; milliseconds from the intended time to the answer%n",
          rate, plan.open().toSeconds());
      Table table = new Table().row("", "p50", "p99", "p99 - bare", "max", "over 3 s", "refused");
      double bare = Double.NaN;
      for (Subject subject : subjects) {
        Outcome outcome = subject.pace(rate, plan.open());
        double p99 = outcome.millis(0.99);
        bare = Double.isNaN(bare) ? p99 : bare;
        table.row(
            subject.name(),
            "%.2f".formatted(outcome.millis(0.5)),
            "%.2f".formatted(p99),
            "%+.2f".formatted(p99 - bare),
            "%.1f".formatted(outcome.millis(1)),
            String.valueOf(outcome.over(3_000)),
            String.valueOf(outcome.refused()));
      }
      table.print();
    }
  }
}
