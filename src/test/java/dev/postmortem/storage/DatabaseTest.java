package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.draft.Store;
import dev.postmortem.timeline.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path directory;
  private String url;

  @BeforeEach
  void place() {
    url = "jdbc:h2:file:" + directory.resolve("not/yet/there/store");
  }

  @Test
  void what_was_kept_is_there_when_the_database_is_opened_again() throws Exception {
    List<Entry> before;
    try (Database database = Database.open(url, "", "")) {
      Store store = database.store();
      store.change(r -> r.timelines().keep(1, Examples.message("100.000001", "Käse 🧀")));
      store.change(
          r -> r.timelines().mark(1, Examples.mark("100.000001", "key", true, Examples.NIGHT)));
      before = store.read(records -> records.timelines().of(1));
    }

    try (Database database = Database.open(url, "", "")) {
      Store store = database.store();
      List<Entry> after = store.read(records -> records.timelines().of(1));
      assertThat(after).hasSize(1).isEqualTo(before);
      assertThat(database.isReachable()).isTrue();
    }
  }

  @Test
  void what_could_not_be_written_is_not_repeated_in_the_reason() throws Exception {
    try (Database database = Database.open(url, "", "")) {
      Store store = new JdbiStore(database.dataSource());
      try (java.sql.Connection connection = database.dataSource().getConnection();
          java.sql.Statement statement = connection.createStatement()) {
        statement.execute("alter table entry add constraint never check (1 = 0)");
      }
      assertThatThrownBy(
              () ->
                  store.change(
                      r -> r.timelines().keep(1, Examples.message("100.000001", "what was said"))))
          .satisfies(
              thrown -> {
                for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                  assertThat(cause.toString()).doesNotContain("what was said");
                }
              });
    }
  }

  @Test
  void the_file_is_tidied_up_when_it_is_closed() throws Exception {
    Database database = Database.open(url, "", "");
    Store store = database.store();
    for (int i = 0; i < 300; i++) {
      String name = "name " + i;
      store.change(records -> records.directory().save("C1", name));
    }
    Path file = directory.resolve("not/yet/there/store.mv.db");
    long open = Files.size(file);
    database.close();
    database.close();

    assertThat(Files.size(file)).isLessThan(open / 2);
    assertThat(database.isReachable()).isFalse();
  }

  @Test
  void a_thread_that_is_interrupted_while_it_writes_does_not_harm_the_database() throws Exception {
    try (Database database = Database.open(url, "", "")) {
      Store store = database.store();
      Thread interrupted =
          new Thread(
              () ->
                  store.change(
                      records -> {
                        Thread.currentThread().interrupt();
                        records.directory().save("C1", "kept all the same");
                      }));
      interrupted.start();
      interrupted.join();

      assertThat(store.<String>read(records -> records.directory().name("C1").orElse("lost")))
          .isEqualTo("kept all the same");
      store.change(records -> records.directory().save("C1", "and so is this"));
    }
  }

  @Test
  void a_wrong_password_is_refused_in_a_sentence_that_does_not_repeat_it() throws Exception {
    Database.open(url, "keeper", "right").close();

    assertThatThrownBy(() -> Database.open(url, "keeper", "hunter2").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageEndingWith("does not accept this user name and password.")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_place_that_cannot_be_written_is_refused_in_a_sentence() throws Exception {
    Path file = Files.writeString(directory.resolve("plain"), "no directory");

    assertThatThrownBy(() -> Database.open("jdbc:h2:file:" + file + "/store", "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageEndingWith("cannot be written: is its directory there and writable?");
  }

  @Test
  void a_damaged_file_is_refused_in_a_sentence() throws Exception {
    Files.writeString(directory.resolve("bad.mv.db"), "garbage".repeat(2000));

    assertThatThrownBy(() -> Database.open("jdbc:h2:" + directory.resolve("bad"), "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void tables_that_were_changed_by_hand_are_refused_in_a_sentence() throws Exception {
    try (Database database = Database.open(url, "", "");
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("update \"flyway_schema_history\" set \"checksum\" = 1");
    }

    assertThatThrownBy(() -> Database.open(url, "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageStartingWith("The tables of the database could not be brought up to date");
  }

  @Test
  void another_kind_of_database_is_refused() {
    assertThatThrownBy(() -> Database.open("jdbc:oracle:thin:@x", "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessage("The database address must start with jdbc:h2: or jdbc:postgresql:.");
  }

  @Test
  void settings_of_the_operator_are_not_overwritten() {
    H2Url given = H2Url.of("jdbc:h2:./data/x;write_delay=100");

    assertThat(given.text())
        .startsWith("jdbc:h2:steady:./data/x;write_delay=100;MODE=PostgreSQL")
        .doesNotContain("WRITE_DELAY=0");
    assertThat(given.name()).isEqualTo("./data/x");
    assertThat(H2Url.of("jdbc:h2:mem:x").text()).startsWith("jdbc:h2:mem:x;MODE=");
  }
}
