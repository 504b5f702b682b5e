package dev.postmortem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A long, steady load on a bot with little memory, with people who type commands meanwhile. What it
 * holds at the end is compared with what it held when everything had been used and the caches were
 * full.
 */
final class Soak {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 30);
  static final int PER_SECOND = 50;
  private static final int ROOMS = 20;
  private static final int PARTS = 10;

  /** Readings differ by so much without a reason; in less time the caches are not yet full. */
  private static final double GROWTH = 1.15;

  private static final int ENOUGH = 20;

  private final List<Footprint> footprints = new ArrayList<>();

  void run(FakeSlack slack, Path directory) throws Exception {
    Contender contender = Contender.h2(directory);
    Subject subject =
        new Subject(contender, slack, directory, new Subject.Size(ROOMS, Plan.CONNECTIONS));
    System.out.printf(
        "Soak: %d events and 1 command a second for %d minutes in %d war rooms, heap of %d MB%n",
        PER_SECOND, MINUTES, ROOMS, Child.HEAP_MB);
    slack.remember(subject.past()::page);
    try (subject;
        Typing typing = new Typing(subject, ROOMS)) {
      play(subject, directory);
      System.out.printf("  %,d commands were answered%n", typing.answered());
    }
    Audit.of(subject).print(contender.name());
    compare("heap after a collection", Footprint::heap);
    compare("memory beside the heap", Footprint::beside);
    compare("threads", Footprint::threads);
    compare("open files", Footprint::files);
    System.out.println();
  }

  private void play(Subject subject, Path directory) throws Exception {
    System.out.println(
        "  minute    heap  memory  beside  threads  files  p99 ms   max ms  file MB  refused");
    for (int part = 1; part <= PARTS; part++) {
      Outcome outcome = subject.pace(PER_SECOND, Duration.ofMinutes(MINUTES).dividedBy(PARTS));
      Footprint now = Footprint.of(subject.child());
      footprints.add(now);
      System.out.printf(
          "  %6.1f  %6d  %6d  %6d  %7d  %5d  %6.1f  %7.1f  %7d  %7d%n",
          1.0 * MINUTES * part / PARTS,
          now.heap(),
          now.resident(),
          now.beside(),
          now.threads(),
          now.files(),
          outcome.millis(0.99),
          outcome.millis(1),
          megabytes(directory),
          outcome.refused());
    }
  }

  private static long megabytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
              .filter(it -> it.toString().endsWith(".db"))
              .mapToLong(it -> it.toFile().length())
              .sum()
          / 1_000_000;
    }
  }

  private void compare(String name, ToIntFunction<Footprint> size) {
    double early = mean(PARTS / 2 - 2, size);
    double late = mean(PARTS - 2, size);
    System.out.printf(
        "  %s: %.0f before half-time, %.0f at the end, ratio %.2f%n",
        name, early, late, late / early);
    if (MINUTES >= ENOUGH && late > early * GROWTH) {
      throw new IllegalStateException(name + " grows");
    }
  }

  private double mean(int from, ToIntFunction<Footprint> size) {
    return footprints.subList(from, from + 2).stream().mapToInt(size).average().orElseThrow();
  }
}
