package dev.postmortem.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Examples;
import dev.postmortem.storage.Site;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything goes from one database to another, in a process that believes to be elsewhere. */
class MoveTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00.5Z");
  private static final TimeZone OURS = TimeZone.getDefault();
  @TempDir Path directory;

  @BeforeAll
  static void elsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
  }

  @AfterAll
  static void home() {
    TimeZone.setDefault(OURS);
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRES", "POSTGRES, H2"})
  void everything_arrives_as_it_was(Sides one, Sides other) throws Exception {
    Site from = one.empty(directory);
    Site to = other.empty(directory);
    Map<String, List<List<Object>>> kept = Sides.fill(from);
    assertThat(kept).hasSizeGreaterThan(35);
    assertThat(kept.values()).allSatisfy(rows -> assertThat(rows).hasSize(Hostile.ROWS));

    assertThat(move(from, to)).allMatch(Move.Count::isSame);

    assertThat(Sides.all(to)).isEqualTo(kept);
    assertThat(Sides.all(from)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRES", "POSTGRES, H2"})
  void what_is_opened_after_it_gets_a_number_that_nothing_had(Sides one, Sides other)
      throws Exception {
    Site from = one.empty(directory);
    Site to = other.empty(directory);
    Sides.fill(from);
    move(from, to);

    try (Database database = Sides.open(to)) {
      long id = database.store().write(records -> records.drafts().add(Examples.draft("C9"))).id();
      assertThat(id).isEqualTo((Hostile.ROWS - 1) * 3L + 2);
    }
  }

  @Test
  void an_empty_database_is_moved_too_and_counts_from_one() throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.open(from).close();

    assertThat(move(from, to)).hasSizeGreaterThan(35).allMatch(Move.Count::isSame);
    try (Database database = Sides.open(to)) {
      assertThat(database.store().write(r -> r.drafts().add(Examples.draft("C9"))).id()).isOne();
    }
  }

  @Test
  void afterwards_no_bot_works_with_the_source_until_somebody_wants_it() throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.open(from).close();
    move(from, to);

    assertThatThrownBy(() -> Sides.open(from))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("was moved to " + to + " at 2026-11-23T04:00:00Z")
        .hasMessageContaining("move --undo --from");
    Sides.open(to).close();
    assertThatThrownBy(() -> move(from, Sides.H2.empty(directory)))
        .isInstanceOf(NotCopied.class)
        .hasMessageContaining("was moved to " + to);

    try (Database database = Database.asItIs(from)) {
      Move.undo(database);
    }
    Sides.open(from).close();
    try (Database database = Database.asItIs(from)) {
      assertThatThrownBy(() -> Move.undo(database)).hasMessageContaining("was not moved away");
    }
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRES", "POSTGRES, H2"})
  void broken_off_anywhere_it_goes_on_and_what_is_there_is_not_copied_again(Sides one, Sides other)
      throws Exception {
    Site from = one.empty(directory);
    Site to = other.empty(directory);
    Map<String, List<List<Object>>> kept = Sides.fill(from);
    for (int rows : List.of(1, 250, 590)) {
      List<String> copied = new ArrayList<>();
      assertThatThrownBy(() -> move(from, to, breakingOffAfter(rows, copied)))
          .isInstanceOf(BrokenOff.class);
      assertThatThrownBy(() -> Sides.open(to))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("is not whole: the move from");
      Sides.open(from).close();
    }
    List<String> copied = new ArrayList<>();
    assertThat(move(from, to, counting(copied))).allMatch(Move.Count::isSame);

    assertThat(copied).isNotEmpty().doesNotContain("incident", "answer", "entry");
    assertThat(Sides.all(to)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRES, true", "POSTGRES, H2, false"})
  void a_server_that_goes_away_meanwhile_is_named_and_the_move_goes_on_later(
      Sides one, Sides other, boolean isTarget) throws Exception {
    Site from = one.empty(directory);
    Site to = other.empty(directory);
    Map<String, List<List<Object>>> kept = Sides.fill(from);
    for (int rows : List.of(300)) {
      Progress cutting =
          (table, done, all) -> {
            if (done == rows) {
              cut(isTarget ? to : from);
            }
          };
      assertThatThrownBy(() -> move(from, to, cutting))
          .isInstanceOf(NotCopied.class)
          .hasMessageContaining("run the same move again, and it goes on");
      assertThatThrownBy(() -> Sides.open(to)).hasMessageContaining("is not whole");
    }
    assertThat(move(from, to)).allMatch(Move.Count::isSame);
    assertThat(Sides.all(to)).isEqualTo(kept);
  }

  /** Ends every connection to a database, as a server does that is stopped. */
  private static void cut(Site site) {
    String all = site.url().replaceFirst("/pm_\\d+", "/postgres");
    String name = site.url().replaceFirst(".*/(pm_\\d+).*", "$1");
    try (Connection connection = DriverManager.getConnection(all);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void what_changed_in_the_source_after_it_was_broken_off_is_copied_again() throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.fill(from);
    assertThatThrownBy(() -> move(from, to, breakingOffAfter(590, new ArrayList<>())))
        .isInstanceOf(BrokenOff.class);
    Sides.order(
        from,
        "update incident set title = 'another' where id = 1",
        "delete from answer where number = 4",
        "update entry set raw = raw || '!' where incident = 7");

    assertThat(move(from, to)).allMatch(Move.Count::isSame);

    assertThat(Sides.all(to)).isEqualTo(Sides.all(from));
    assertThat(Sides.all(to).get("incident").toString()).contains("another");
  }

  @Test
  void a_letter_that_a_bot_carried_when_it_was_killed_is_carried_on_after_asking()
      throws Exception {
    Site from = Sides.POSTGRES.empty(directory);
    Site to = Sides.H2.empty(directory);
    Sides.open(from).close();
    Sides.letter(from, "a", "TAKEN");
    Sides.letter(from, "b", "WAITING");
    Sides.letter(from, "c", "SENT");

    assertThat(move(from, to)).allMatch(Move.Count::isSame);

    assertThat(Sides.letters(to))
        .isEqualTo("a WAITING in doubt; b WAITING as it was, taken; c SENT as it was, taken; ");
  }

  @Test
  void a_target_that_holds_something_is_refused_and_left_alone() throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.fill(from);
    Sides.order(to, "insert into person values ('U1', 'Anne', '', null, false)");

    assertThatThrownBy(() -> move(from, to))
        .isInstanceOf(NotCopied.class)
        .hasMessageContaining("is not empty: person has 1 row.");
    Sides.open(to).close();
    Sides.open(from).close();
  }

  @Test
  void while_a_bot_works_with_either_side_nothing_is_moved() throws Exception {
    Site from = Sides.POSTGRES.empty(directory);
    Site to = Sides.H2.empty(directory);
    try (Database bot = Sides.open(from)) {
      assertThatThrownBy(() -> move(from, to))
          .isInstanceOf(NotCopied.class)
          .hasMessageContaining("A bot works with the database " + from);
      assertThat(bot.isReachable()).isTrue();
    }
    assertThat(move(from, to)).allMatch(Move.Count::isSame);
  }

  @Test
  void what_was_moved_can_be_moved_back() throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.fill(from);
    move(from, to);
    Sides.order(to, "update incident set title = 'since then' where id = 1");

    assertThat(move(to, from)).allMatch(Move.Count::isSame);

    Sides.open(from).close();
    assertThatThrownBy(() -> Sides.open(to)).hasMessageContaining("was moved to");
    assertThat(Sides.all(from).get("incident").toString()).contains("since then");
  }

  @Test
  void a_source_that_is_not_there_is_not_made() {
    Site from = new Site("jdbc:h2:file:" + directory.resolve("typo"), "", "");
    assertThatThrownBy(() -> Database.asItIs(from).close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessage("There is no database " + directory.resolve("typo") + ".");
    assertThat(directory).isEmptyDirectory();
  }

  private static List<Move.Count> move(Site from, Site to) throws Exception {
    return move(from, to, Progress.UNHEARD);
  }

  private static List<Move.Count> move(Site from, Site to, Progress progress) throws Exception {
    try (Database source = Database.asItIs(from);
        Database target = Database.toBeFilled(to)) {
      return new Move(source, target, progress).run(NOW);
    }
  }

  /** Not an end that anybody foresees. */
  private static final class BrokenOff extends RuntimeException {}

  private static Progress breakingOffAfter(int rows, List<String> copied) {
    Progress counting = counting(copied);
    return (table, done, all) -> {
      counting.at(table, done, all);
      if (done >= rows && done < all) {
        throw new BrokenOff();
      }
    };
  }

  /** Writes down of which tables rows are copied: several steps, not one for all of them. */
  private static Progress counting(List<String> copied) {
    return new Progress() {
      private String last = "";

      @Override
      public void at(String table, long done, long all) {
        if (table.equals(last) && !copied.contains(table)) {
          copied.add(table);
        }
        last = table;
      }
    };
  }
}
