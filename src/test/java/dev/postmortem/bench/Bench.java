package dev.postmortem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.store.fs.FileUtils;

/** Measures the bot; see README.md for the command. */
public final class Bench {
  /** The longest that a page shows is shorter than the longest that is kept by so much. */
  private static final int LONGER = 5;

  private Bench() {}

  /** Runs the parts of the plan and prints what they found. */
  public static void main(String[] args) throws Exception {
    Plan plan = Plan.read();
    if (plan.has("soak")) {
      System.setProperty("bench.ticks", String.valueOf(Soak.PER_SECOND));
    }
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
    FileUtils.deleteRecursive(directory.toString(), false);
    // the HTTP client's threads would keep this process
    System.exit(0);
  }

  private static void run(Plan plan, FakeSlack slack, Path directory) throws Exception {
    if (plan.has("words")) {
      new Words().run();
      new LongDocuments(plan.messages()).run(directory.resolve("words"));
    }
    if (plan.has("closed") || plan.has("open")) {
      sideBySide(plan, directory);
    }
    if (plan.has("floor")) {
      new Floor(plan).run(directory.resolve("floor"));
    }
    if (plan.has("replicas")) {
      new Replicas(plan).run(directory.resolve("replicas"));
    }
    if (plan.has("rooms")) {
      new WarRooms(plan).run(directory.resolve("rooms"));
    }
    if (plan.has("soak")) {
      new Soak().run(slack, directory.resolve("soak"));
    }
    if (plan.has("growth")) {
      new Growth(plan).run(slack, directory.resolve("growth"));
    }
    if (plan.has("library")) {
      new Library(plan.messages() / LONGER).run(slack, directory.resolve("library"));
    }
    if (plan.has("burst")) {
      new Burst(plan).run(slack, directory.resolve("burst"));
    }
  }

  private static void sideBySide(Plan plan, Path directory) throws Exception {
    try (Server server = new Server()) {
      List<Contender> contenders =
          Contender.sideBySide(directory.resolve("h2"), server.database("side_by_side"));
      new SideBySide(plan).run(contenders, directory);
    }
  }
}
