package dev.postmortem.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.Main;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.Postgres;
import dev.postmortem.storage.Site;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the bot types to copy what it keeps, and what is answered. */
class OperatorTest {
  @TempDir private Path data;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private String old;

  @BeforeEach
  void a_database_with_a_name_in_it() throws Exception {
    old = h2("old");
    try (Database database = Database.open(old, "", "")) {
      database.store().change(records -> records.directory().save("C1", "inc-käse"));
    }
    environment.put("PM_DATABASE_URL", old);
    PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(heard);
    System.setErr(heard);
  }

  @AfterEach
  void listen_no_more() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void a_backup_is_made_and_restored_elsewhere() throws Exception {
    assertThat(run("backup", file("backup"))).isZero();
    assertThat(said()).contains("0 post-mortems, 1 rows").contains("written to " + file("backup"));
    environment.put("PM_DATABASE_URL", Postgres.database());
    assertThat(run("restore", file("backup"))).isZero();
    assertThat(said()).contains("restored into jdbc:postgresql://").doesNotContain("?user");
    assertThat(name(environment.get("PM_DATABASE_URL"))).isEqualTo("inc-käse");

    assertThat(run("restore", file("backup"))).isEqualTo(1);
    assertThat(said()).contains("is not empty: directory_name has 1 row.");
  }

  @Test
  void a_file_that_is_there_is_kept_and_what_cannot_be_written_is_said() throws Exception {
    Files.writeString(data.resolve("precious"), "precious");
    assertThat(run("backup", file("precious"))).isEqualTo(1);
    assertThat(said()).contains("is there already: name another file, or say --force");
    assertThat(data.resolve("precious")).hasContent("precious");
    assertThat(run("backup", "--force", file("precious"))).isZero();
    assertThat(Files.size(data.resolve("precious"))).isGreaterThan(100);
    assertThat(run("backup", "--force", data.toString())).isEqualTo(1);
    assertThat(said()).contains("is a folder: name a file.");
    assertThat(run("backup", file("no/folder"))).isEqualTo(1);
    assertThat(said()).contains("cannot be written: its folder is not there.");
    assertThat(run("backup")).isEqualTo(2);
    assertThat(run("restore", file("nothing"))).isEqualTo(1);
    assertThat(said()).contains("There is no file " + file("nothing"));
    assertThat(data.toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void a_file_that_cannot_be_written_to_its_end_is_not_there() throws Exception {
    Path path = data.resolve("backup");
    try (WholeFile file = WholeFile.at(path)) {
      file.out().write(new byte[10]);
      assertThat(path).doesNotExist();
      file.close(); // as if the disk were taken away
      assertThatThrownBy(() -> file.out().write(new byte[10]))
          .isInstanceOf(WholeFile.CannotWrite.class)
          .hasMessageStartingWith(path + " cannot be written: ")
          .hasMessageEndingWith(" Nothing of it was kept, and the database is as it was.");
      assertThatThrownBy(file::finish).isInstanceOf(WholeFile.CannotWrite.class);
    }
    assertThat(data.toFile().list()).containsExactly("old.mv.db");
  }

  @Test
  void a_database_that_is_not_there_is_not_made_for_a_backup_of_it() {
    environment.put("PM_DATABASE_URL", h2("typo"));
    assertThat(run("backup", file("backup"))).isEqualTo(1);
    assertThat(said()).contains("There is no database " + data.resolve("typo"));
    assertThat(data.toFile().list()).containsExactly("old.mv.db");
  }

  @Test
  void a_database_that_is_not_there_is_not_made_to_export_from_it_or_to_forget_somebody_in_it() {
    environment.put("PM_DATABASE_URL", h2("nowhere"));
    assertThat(run("export", "--all", "--format", "md", "--out", file("out"))).isEqualTo(1);
    assertThat(run("forget", "--yes", "U012ABC")).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("There is no database"))).hasSize(2);
    assertThat(data.resolve("nowhere.mv.db")).doesNotExist();
  }

  @Test
  void everything_is_moved_counted_and_the_old_database_is_left_alone() throws Exception {
    String target = Postgres.database();
    assertThat(run("move", "--from", old, "--to", target)).isZero();
    assertThat(said())
        .containsPattern("directory_name +1 +1\n")
        .containsPattern("\nall +1 +1\n")
        .contains("100 % of 1 rows copied")
        .contains("Set PM_DATABASE_URL to jdbc:postgresql://");
    assertThat(name(target)).isEqualTo("inc-käse");

    assertThat(run("export", "--all", "--format", "md", "--out", file("out"))).isEqualTo(1);
    assertThat(said()).contains("was moved to jdbc:postgresql://").contains("move --undo --from");
    assertThat(run("move", "--from", old, "--undo")).isZero();
    assertThat(said()).contains("A bot may work with " + data.resolve("old") + " again.");
    assertThat(run("export", "--all", "--format", "md", "--out", file("out"))).isZero();
  }

  @Test
  void the_user_of_the_settings_is_the_servers_and_a_password_is_not_typed() throws Exception {
    environment.remove("PM_DATABASE_URL");
    environment.put("PM_DATABASE_USER", "postgres");
    environment.put("PM_DATABASE_PASSWORD", "any");
    String target = Postgres.database().replaceFirst("\\?.*", "");
    assertThat(run("move", "--from", old, "--to", target + "?password=hunter2")).isEqualTo(2);
    assertThat(said()).contains("PM_TO_PASSWORD").doesNotContain("hunter2");
    assertThat(run("move", "--from", old, "--to", target)).as(said()).isZero();
  }

  @Test
  void each_side_may_have_a_user_of_its_own() {
    environment.putAll(
        Map.of("PM_DATABASE_URL", "jdbc:postgresql://a/b", "PM_DATABASE_USER", "pm"));
    environment.putAll(Map.of("PM_FROM_USER", "keeper", "PM_FROM_PASSWORD", "secret"));
    Site from = Sites.of(environment, "FROM", old, "jdbc:postgresql://a/b");
    assertThat(from.user()).isEqualTo("keeper");
    assertThat(from.password()).isEqualTo("secret");
    assertThat(from.toString()).doesNotContain("secret");
    assertThat(Sites.of(environment, "TO", "jdbc:postgresql://a/b", old).user()).isEqualTo("pm");
    assertThat(Sites.of(environment, "TO", "jdbc:postgresql://c/d", "jdbc:postgresql://a/b").user())
        .isEmpty();
  }

  @Test
  void wrong_usage_and_a_server_that_is_away_are_said() {
    assertThat(run("move", "--to", old)).isEqualTo(2);
    assertThat(run("move", "--from", old)).isEqualTo(2);
    assertThat(run("move", "--from", old, "--to", h2("new"), "--undo")).isEqualTo(2);
    assertThat(run("move", "--from", old, "--to", "jdbc:oracle:x")).isEqualTo(1);
    assertThat(run("move", "--from", old, "--to", "jdbc:postgresql://127.0.0.1:1/x")).isEqualTo(1);
    assertThat(said()).contains("jdbc:postgresql://127.0.0.1:1/x cannot be reached: does it run");
    assertThat(run("move", "--from", old, "--to", old)).isEqualTo(1);
    assertThat(said()).contains("Both are the same database").doesNotContain("went wrong");
  }

  private static String name(String url) throws Exception {
    try (Database database = Database.open(url, "", "")) {
      return database.store().read(records -> records.directory().name("C1").orElse("lost"));
    }
  }

  private String h2(String name) {
    return "jdbc:h2:file:" + data.resolve(name);
  }

  private String file(String name) {
    return data.resolve(name).toString();
  }

  private int run(String... words) {
    return Main.run(environment, words);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
