package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postmortem.draft.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process has the database, and does not end well. */
@Timeout(60)
class KillTest {
  private static final int ENOUGH = 300;
  private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

  @TempDir Path directory;
  private String url;
  private Process process;
  private Path output;

  @BeforeEach
  void start() throws IOException {
    output = directory.resolve("output");
    url = "jdbc:h2:file:" + directory.resolve("store");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommitsUntilKilled.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void everything_that_was_said_to_be_kept_is_there_after_the_process_was_killed()
      throws Exception {
    await().atMost(TWENTY_SECONDS).until(() -> said().size() >= ENOUGH);
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

    List<String> said = said();
    try (Database database = Database.open(url, "", "")) {
      Store store = new JdbiStore(database.dataSource());
      List<String> lost =
          store.read(
              records ->
                  said.stream().filter(id -> records.directory().name(id).isEmpty()).toList());
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void a_database_that_another_process_has_open_is_refused_in_a_sentence() throws Exception {
    await().atMost(TWENTY_SECONDS).until(() -> !said().isEmpty());

    assertThatThrownBy(() -> Database.open(url, "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessage(
            "The database %s is in use by another process; only one can have it open.",
            directory.resolve("store"));
  }

  /** The numbers of which it said that they are kept; a line that is cut off was not said. */
  private List<String> said() throws IOException {
    String all = Files.readString(output);
    String whole = all.substring(0, all.lastIndexOf('\n') + 1);
    return whole.lines().filter(line -> line.startsWith("number ")).toList();
  }
}
