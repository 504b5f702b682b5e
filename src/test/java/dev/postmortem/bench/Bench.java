package dev.postmortem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures the bot; see README.md for the command. */
public final class Bench {
  private Bench() {}

  /** Runs the parts of the plan and prints what they found. */
  public static void main(String[] args) throws Exception {
    Plan plan = Plan.read();
    Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench");
    System.out.printf(
        "%d cores, Java %s, %s %s; the load generator runs beside the servers%n%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
    try (FakeSlack slack = new FakeSlack()) {
      run(plan, slack, directory);
    }
    // kept when something failed, for its logs
    delete(directory);
    // the HTTP client's threads would keep this process
    System.exit(0);
  }

  private static void run(Plan plan, FakeSlack slack, Path directory) throws Exception {
    if (plan.has("closed") || plan.has("open")) {
      new SideBySide(plan).run(slack, Contender.sideBySide(directory.resolve("h2")), directory);
    }
    if (plan.has("growth")) {
      new Growth(plan).run(slack, directory.resolve("growth"));
    }
    if (plan.has("burst")) {
      new Burst(plan).run(slack, directory.resolve("burst"));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
