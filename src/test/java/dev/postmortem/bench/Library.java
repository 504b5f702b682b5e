package dev.postmortem.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How long readers wait among thousands of long post-mortems, on H2 and on PostgreSQL. */
final class Library {
  private static final int INCIDENTS = Integer.getInteger("bench.incidents", 5_000);
  private static final int ENTRIES = Integer.getInteger("bench.entries", 500);
  private static final int HEAP = 512;

  private Library() {}

  static void run(Path directory) throws Exception {
    Files.createDirectories(directory);
    System.out.printf(
        "Library: %,d post-mortems of %,d entries, in %d MB%n", INCIDENTS, ENTRIES, HEAP);
    System.out.println("H2");
    both("jdbc:h2:file:" + directory.resolve("library").toAbsolutePath(), directory);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      System.out.println("PostgreSQL");
      String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
      both(url, directory);
    }
  }

  private static void both(String url, Path directory) throws Exception {
    phase("fill", url, directory);
    phase("ask", url, directory);
  }

  private static void phase(String phase, String url, Path directory) throws Exception {
    Path collections = directory.resolve(phase + ".gc");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-Dfile.encoding=UTF-8",
                "-Xlog:gc:file=" + collections.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                LibraryAsk.class.getName(),
                phase,
                url,
                String.valueOf(INCIDENTS),
                String.valueOf(ENTRIES))
            .inheritIO()
            .start();
    Thread last = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last);
    if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the library was not read, see above");
    }
    Runtime.getRuntime().removeShutdownHook(last);
    Heap heap = Heap.of(Files.readAllLines(collections));
    System.out.printf(
        "  %s: heap at most %d MB, in the end %d MB%n", phase, heap.peak(), heap.kept());
  }
}
