package dev.postmortem.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.storage.Database;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While somebody writes, a backup holds what was there at one moment. */
class SnapshotTest {
  private static final int BACKUPS = 12;
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void of_each_transaction_it_holds_all_or_nothing(Sides side) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Database database = Sides.open(side.empty(directory))) {
      begin(database);
      Future<Integer> writing = other.submit(() -> write(database, over));
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < BACKUPS; i++) {
        seen.add(seen(database));
      }
      over.set(true);
      assertThat(seen).isSorted();
      assertThat(seen.get(BACKUPS - 1)).isGreaterThan(seen.get(0));
      assertThat(writing.get()).isGreaterThanOrEqualTo(seen.get(BACKUPS - 1));
      assertThat(seen(database)).isEqualTo(writing.get());
    } finally {
      over.set(true);
      other.shutdownNow();
    }
  }

  private static void begin(Database database) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into incident values (default, 'T', 'C', 'c', false, 'C', 'OPEN', '0', '',"
              + " current_timestamp, null, 'UTC', 'U', null, null, current_timestamp, '', null)");
      statement.execute("insert into directory_name values ('C', '0')");
      statement.execute("insert into person values ('U', '0', '', null, false)");
      statement.execute("insert into unsaved values (1, 'U', 's', '0', current_timestamp)");
    }
  }

  /**
   * Each transaction touches first and last tables, adds a child to a parent, and takes one away.
   */
  private static int write(Database database, AtomicBoolean over) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement unsaved = connection.prepareStatement("update unsaved set raw = ?");
        PreparedStatement name = connection.prepareStatement("update directory_name set name = ?");
        PreparedStatement person = connection.prepareStatement("update person set name = ?");
        PreparedStatement question =
            connection.prepareStatement(
                "insert into question values (1, ?, 'r', 'p', 'U', null, null, null)");
        PreparedStatement answer =
            connection.prepareStatement(
                "insert into answer values (1, ?, 0, ?, 'p', 'U', current_timestamp)");
        PreparedStatement gone =
            connection.prepareStatement("delete from question where number < ?")) {
      connection.setAutoCommit(false);
      int number = 0;
      while (!over.get()) {
        number++;
        unsaved.setString(1, number + " large object".repeat(500));
        name.setString(1, "" + number);
        question.setInt(1, number);
        answer.setInt(1, number);
        answer.setString(2, "long ".repeat(300));
        gone.setInt(1, number - 20);
        person.setString(1, "" + number);
        for (PreparedStatement step : List.of(person, question, answer, gone, name, unsaved)) {
          step.executeUpdate();
        }
        connection.commit();
      }
      return number;
    }
  }

  /** The number of the last transaction of which a backup holds anything. */
  private int seen(Database database) throws Exception {
    Path file = directory.resolve("backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Backup(database, Progress.UNHEARD).write(out, Instant.EPOCH, "1");
    }
    Map<String, List<Map<String, Object>>> all = new HashMap<>();
    new BackupFile(file)
        .each(
            table -> {
              List<Map<String, Object>> rows = new ArrayList<>();
              all.put(table.name(), rows);
              return row -> {
                Map<String, Object> named = new HashMap<>();
                for (int i = 0; i < row.length; i++) {
                  named.put(table.columns().get(i).name(), row[i]);
                }
                rows.add(named);
              };
            });
    int number = Integer.parseInt((String) all.get("person").get(0).get("name"));
    assertThat(all.get("directory_name").get(0)).containsEntry("name", "" + number);
    assertThat((String) all.get("unsaved").get(0).get("raw"))
        .startsWith(number + (number == 0 ? "" : " "));
    assertThat(all.get("question"))
        .extracting(it -> it.get("number"))
        .containsExactlyInAnyOrderElementsOf(numbers(number));
    assertThat(all.get("answer"))
        .extracting(it -> it.get("number"))
        .containsExactlyInAnyOrderElementsOf(numbers(number));
    return number;
  }

  private static List<Long> numbers(int last) {
    List<Long> numbers = new ArrayList<>();
    for (long number = Math.max(1, last - 20); number <= last; number++) {
      numbers.add(number);
    }
    return numbers;
  }
}
