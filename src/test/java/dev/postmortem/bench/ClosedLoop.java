package dev.postmortem.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many events a server acknowledges when the next is sent at once: rounds in turn. */
final class ClosedLoop {
  private final Plan plan;

  ClosedLoop(Plan plan) {
    this.plan = plan;
  }

  void run(List<Subject> subjects) throws Exception {
    System.out.printf(
        "Closed loop: %d connections, %d rounds of %d s in turn; acknowledged events per second%n",
        Plan.CONNECTIONS, plan.rounds(), plan.round().toSeconds());
    List<Score> scores = subjects.stream().map(subject -> new Score(plan.rounds())).toList();
    for (int round = 0; round < plan.rounds(); round++) {
      for (int i = 0; i < subjects.size(); i++) {
        scores.get(i).play(subjects.get(i), round, plan.round());
      }
    }
    print(subjects, scores);
  }

  /** What a server did in all rounds. */
  private static final class Score {
    private final double[] rates;
    private Duration cpu = Duration.ZERO;
    private long acknowledged;
    private int refused;

    Score(int rounds) {
      rates = new double[rounds];
    }

    void play(Subject subject, int round, Duration length) throws Exception {
      subject.goOn();
      Duration before = subject.cpu();
      Outcome outcome = subject.flood(length);
      cpu = cpu.plus(subject.cpu()).minus(before);
      subject.hold();
      rates[round] = outcome.perSecond();
      acknowledged += outcome.acknowledged();
      refused += outcome.refused();
    }

    double microsPerEvent() {
      return cpu.toNanos() / 1e3 / acknowledged;
    }

    double[] against(Score base) {
      return IntStream.range(0, rates.length).mapToDouble(i -> rates[i] / base.rates[i]).toArray();
    }
  }

  private void print(List<Subject> subjects, List<Score> scores) {
    Table table = new Table().row(head());
    for (int i = 0; i < scores.size(); i++) {
      table.row(row(subjects.get(i).name(), scores.get(i).rates, "%,.0f"));
    }
    Score base = scores.get(0);
    for (int i = 1; i < scores.size(); i++) {
      String name = subjects.get(i).name() + " / " + subjects.get(0).name();
      table.row(row(name, scores.get(i).against(base), "%.2f"));
    }
    table.print();
    for (int i = 0; i < scores.size(); i++) {
      Score score = scores.get(i);
      System.out.printf(
          "  %s: %.0f µs of processor time per event, %d refused%n",
          subjects.get(i).name(), score.microsPerEvent(), score.refused);
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
    List<Double> cells =
        new ArrayList<>(List.of(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]));
    Arrays.stream(rounds).forEach(cells::add);
    List<String> row = new ArrayList<>(List.of(name));
    cells.forEach(cell -> row.add(form.formatted(cell)));
    return row;
  }
}
