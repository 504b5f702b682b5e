package dev.postmortem.bench;

import dev.postmortem.bench.Contender.Kept;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long readers wait among thousands of long post-mortems, on H2 and on PostgreSQL: for what is
 * kept to answer, and for the pages of the bot.
 */
final class Library {
  private static final int INCIDENTS = Integer.getInteger("bench.incidents", 5_000);
  private static final int ENTRIES = Integer.getInteger("bench.entries", 500);
  private static final int HEAP = 512;
  private final int longest;

  /**
   * @param longest the entries of the longest post-mortem
   */
  Library(int longest) {
    this.longest = longest;
  }

  void run(FakeSlack slack, Path directory) throws Exception {
    Files.createDirectories(directory);
    System.out.printf(
        "Library: %,d post-mortems of %,d entries, one of %,d%n", INCIDENTS, ENTRIES, longest);
    String file = "jdbc:h2:file:" + directory.resolve("library").toAbsolutePath();
    all(new Kept(file, "", ""), file, "H2", slack, directory);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
      Kept kept = new Kept(url, "postgres", "");
      all(kept, url + "?user=postgres", "PostgreSQL", slack, directory);
    }
  }

  private void all(Kept kept, String url, String name, FakeSlack slack, Path directory)
      throws Exception {
    System.out.println(name);
    phase("fill", url, directory);
    phase("ask", url, directory);
    pages(kept, name, slack, directory);
  }

  /** Asks the bot for pages of a library that is filled. */
  static void pages(Kept kept, String name, FakeSlack slack, Path directory) throws Exception {
    LibraryPages.ask(Contender.bot("Postmortem, " + name, kept), slack, directory, INCIDENTS);
  }

  private void phase(String phase, String url, Path directory) throws Exception {
    Path collections = directory.resolve(phase + ".gc");
    List<String> command = Child.java(HEAP, collections);
    command.addAll(
        List.of(
            LibraryAsk.class.getName(),
            phase,
            url,
            String.valueOf(INCIDENTS),
            String.valueOf(ENTRIES),
            String.valueOf(longest)));
    Process process = new ProcessBuilder(command).inheritIO().start();
    Thread last = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last);
    if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the library was not read, see above");
    }
    Runtime.getRuntime().removeShutdownHook(last);
    Heap heap = Heap.of(Files.readAllLines(collections));
    System.out.printf(
        "  %s: heap at most %d MB of %d, in the end %d MB%n",
        phase, heap.peak(), HEAP, heap.kept());
  }
}
