package dev.postmortem.bench;

import java.nio.file.Path;

/** The end of an outage: Slack sends again what was mostly kept before, to a server just begun. */
final class Burst {
  private static final int ROOMS = 8;
  private final int count;

  Burst(Plan plan) {
    count = plan.burst();
  }

  void run(FakeSlack slack, Path directory) throws Exception {
    Contender contender = Contender.h2(directory);
    Subject.Size size = new Subject.Size(ROOMS, Plan.CONNECTIONS);
    int known = count - count / 10;
    Subject subject = new Subject(contender, slack, directory, size);
    try (subject) {
      subject.send(known);
      subject.child().kill();
      subject.start();
      Outcome outcome = subject.sendAgain(0, count);
      System.out.printf(
          "Burst: %,d events with retry headers, %,d of them kept before a kill -9%n",
          count, known);
      System.out.printf(
          "  %.1f s, slowest answer %.0f ms, %d refused%n",
          outcome.seconds(), outcome.millis(1), outcome.refused());
    }
    Audit.of(subject).print(contender.name());
    System.out.println();
  }
}
