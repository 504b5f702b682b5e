package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.draft.Store;
import dev.postmortem.storage.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be kept is on the disk, also when H2 is just writing by itself. */
class ForcingTest {
  @TempDir private Path data;

  @Test
  void nothing_is_said_to_be_kept_while_h2_still_writes_it_in_the_background() throws Exception {
    try (TroubledDisk.Disk disk = TroubledDisk.under(data);
        Database database = Database.open(url() + ";WRITE_DELAY=10", "", "")) {
      Store store = database.store();
      store.change(records -> records.directory().save("first", "kept"));
      disk.hangs();
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("insert into directory_name values ('second', 'committed')");
        await().until(() -> disk.waiting() > 0);
        CompletableFuture<Optional<String>> kept =
            CompletableFuture.supplyAsync(
                () -> store.write(records -> records.directory().name("second")));
        await().during(Duration.ofMillis(200)).until(() -> !kept.isDone());
        disk.recovers();
        assertThat(kept.get(10, TimeUnit.SECONDS)).contains("committed");
      } finally {
        disk.recovers();
      }
    }
  }

  private String url() {
    return "jdbc:h2:file:" + data.resolve("store");
  }
}
