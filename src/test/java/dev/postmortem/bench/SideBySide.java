package dev.postmortem.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bot beside a bare Bolt: all are there at once, have heard the same, and take turns. Whoever
 * has no turn is held, or what it catches up with would be the burden of another.
 */
final class SideBySide {
  private static final int ROOMS = 8;
  private final Plan plan;

  SideBySide(Plan plan) {
    this.plan = plan;
  }

  /** A contender with so many war rooms. */
  record Entrant(Contender contender, int rooms) {}

  /** Measures; the first contender is what the others are compared with. */
  void run(List<Contender> contenders, Path directory) throws Exception {
    compare(contenders.stream().map(it -> new Entrant(it, ROOMS)).toList(), directory);
  }

  /**
   * Measures; the first is what the others are compared with. Each has a Slack of its own, which
   * shows what it was told: every ten minutes the bot reads there what was said lately.
   */
  void compare(List<Entrant> entrants, Path directory) throws Exception {
    List<Subject> subjects = new ArrayList<>();
    List<FakeSlack> slacks = new ArrayList<>();
    try {
      for (Entrant entrant : entrants) {
        Path own = directory.resolve("side-" + subjects.size());
        Subject.Size size = new Subject.Size(entrant.rooms(), Plan.CONNECTIONS);
        FakeSlack slack = new FakeSlack().limited();
        slacks.add(slack);
        Subject subject = new Subject(entrant.contender(), slack, own, size);
        slack.remember(subject.past()::page);
        subjects.add(subject);
      }
      measure(subjects);
    } finally {
      for (Subject subject : subjects) {
        subject.close();
      }
      slacks.forEach(FakeSlack::close);
    }
    for (Subject subject : subjects) {
      if (subject.contender().database().isPresent()) {
        Audit.of(subject).print(subject.name());
      }
    }
    System.out.println();
  }

  private void measure(List<Subject> subjects) throws Exception {
    System.out.printf("Warm-up: %,d events for each server%n", plan.warmUp());
    for (Subject subject : subjects) {
      Outcome outcome = subject.send(plan.warmUp());
      System.out.printf(
          "  %s: %.1f s, %d refused%n", subject.name(), outcome.seconds(), outcome.refused());
    }
    System.out.println();
    for (Subject subject : subjects) {
      subject.hold();
    }
    try {
      if (plan.has("closed")) {
        new ClosedLoop(plan).run(subjects);
      }
      if (plan.has("open")) {
        new OpenLoop(plan).run(subjects);
      }
    } finally {
      for (Subject subject : subjects) {
        subject.goOn();
      }
    }
  }
}
