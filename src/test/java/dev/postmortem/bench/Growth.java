package dev.postmortem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** One incident that becomes long: what a message costs then, and how long people wait. */
final class Growth {
  private static final int WARM_ROOM = 0;
  private static final int LONG_ROOM = 1;
  private static final int TIMES = 11;
  private final Plan plan;
  private Subject subject;

  Growth(Plan plan) {
    this.plan = plan;
  }

  void run(FakeSlack slack, Path directory) throws Exception {
    Contender contender = Contender.h2(directory);
    Subject.Size size = new Subject.Size(2, Plan.CONNECTIONS);
    try (Subject started = new Subject(contender, slack, directory, size)) {
      subject = started;
      subject.send(WARM_ROOM, plan.warmUp());
      grow();
      windows(slack);
      file("while it runs", directory);
    }
    file("after a stop", directory);
    Audit.of(subject).print(contender.name());
    System.out.println();
  }

  private void grow() throws Exception {
    int early = plan.messages() / 10;
    int window = early / 2;
    System.out.printf(
        "Growth: one incident to %,d messages, after %,d in another%n",
        plan.messages(), plan.warmUp());
    subject.send(LONG_ROOM, early - window / 2);
    Cost before = cost(window);
    subject.send(LONG_ROOM, plan.messages() - early - window);
    Cost after = cost(window);
    new Table()
        .row("µs per event around", n(early), n(plan.messages()), "ratio")
        .row(row("processor time of the server", before.cpu(), after.cpu()))
        .row(row("wall", before.wall(), after.wall()))
        .print();
    Heap heap = subject.child().heap();
    System.out.printf(
        "  heap: peak %d MB of 256, %d MB after a full collection%n%n", heap.peak(), heap.kept());
  }

  /** What an event costs, in microseconds. */
  private record Cost(double cpu, double wall) {}

  private Cost cost(int window) throws Exception {
    Duration before = subject.cpu();
    Outcome outcome = subject.send(LONG_ROOM, window);
    Duration cpu = subject.cpu().minus(before);
    return new Cost(cpu.toNanos() / 1e3 / window, outcome.nanos() / 1e3 / window);
  }

  private static String n(int count) {
    return "message %,d".formatted(count);
  }

  private static List<String> row(String name, double before, double after) {
    return List.of(
        name, "%.0f".formatted(before), "%.0f".formatted(after), "%.2f".formatted(after / before));
  }

  private void windows(FakeSlack slack) {
    System.out.printf(
        "Waiting: %d times each; milliseconds from the signed command to the answer or window%n",
        TIMES);
    Table table = new Table().row("", "first", "median", "max");
    wait(table, "/pm status", () -> answered("status"));
    wait(table, "/pm timeline", () -> opened(slack, "timeline"));
    wait(table, "/pm edit", () -> opened(slack, "edit"));
    table.print();
  }

  private static void wait(Table table, String command, DoubleSupplier once) {
    double[] times = new double[TIMES];
    Arrays.setAll(times, i -> once.getAsDouble());
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    table.row(
        command,
        "%.1f".formatted(times[0]),
        "%.1f".formatted(sorted[TIMES / 2]),
        "%.1f".formatted(sorted[TIMES - 1]));
  }

  private double answered(String command) {
    long start = System.nanoTime();
    String answer = subject.command(LONG_ROOM, command).body();
    if (!answer.contains("entries")) {
      throw new IllegalStateException("/pm " + command + " says " + answer);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private double opened(FakeSlack slack, String command) {
    long start = System.nanoTime();
    subject.command(LONG_ROOM, command);
    try {
      Long opened = slack.windows().poll(30, TimeUnit.SECONDS);
      if (opened == null) {
        throw new IllegalStateException("/pm " + command + " opened no window");
      }
      return (opened - start) / 1e6;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void file(String when, Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      long bytes =
          files
              .filter(file -> file.toString().endsWith(".db"))
              .mapToLong(file -> file.toFile().length())
              .sum();
      System.out.printf(
          "  file %s: %,d bytes per message (%,d MB for %,d messages of %,d bytes)%n",
          when,
          bytes / subject.acknowledged().cardinality(),
          bytes / 1_000_000,
          subject.acknowledged().cardinality(),
          subject.events().size());
    }
  }
}
