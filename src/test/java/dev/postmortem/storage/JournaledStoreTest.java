package dev.postmortem.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.storage.file.Journal;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SlackTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal in front of an H2 file: what stands in it when the process ends, and what not. */
class JournaledStoreTest {
  @TempDir private Path directory;
  private Database database;
  private Store store;
  private Draft draft;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(directory), "", "");
    store = database.store();
    draft = store.write(records -> records.drafts().add(Examples.draft("C1")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("store");
  }

  private Path journal() {
    return directory.resolve("store.journal");
  }

  private static Message says(int number) {
    String ts = SlackTime.ts(Examples.NIGHT.plusSeconds(number));
    return Examples.message(ts, "words " + number);
  }

  private static List<String> said(Store store, Draft draft) {
    return store.read(records -> records.timelines().of(draft.id())).stream()
        .map(entry -> entry.message().plain())
        .toList();
  }

  /** The files as they are when the process is killed before the tables have what was said last. */
  private Path killedAfter(Runnable last) throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    Files.copy(directory.resolve("store.mv.db"), copy.resolve("store.mv.db"));
    last.run();
    Files.copy(journal(), copy.resolve("store.journal"));
    return copy;
  }

  private void offered(int from, int to) {
    List<Message> all = IntStream.range(from, to).mapToObj(JournaledStoreTest::says).toList();
    assertThat(store.keepNew(all)).hasSize(to - from).containsOnly(Fate.KEPT);
  }

  @Test
  void
      what_stands_in_the_journal_only_when_the_process_ends_is_in_the_timeline_after_the_next_start()
          throws Exception {
    Message alert =
        new Message(
            Examples.key(SlackTime.ts(Examples.NIGHT.plusSeconds(9))),
            Kind.ALERT,
            null,
            "Käse 🧀",
            "{\"text\":\"🔥\"}",
            "🔥",
            "1795442700.000200",
            Examples.NIGHT.plusSeconds(10),
            true);
    Path copy =
        killedAfter(
            () -> {
              offered(0, 3);
              offered(3, 5);
              assertThat(store.keepNew(List.of(alert))).containsExactly(Fate.KEPT);
            });
    try (Database next = Database.open(url(copy), "", "")) {
      assertThat(said(next.store(), draft))
          .containsExactly("words 0", "words 1", "words 2", "words 3", "words 4", "🔥");
      assertThat(next.store().read(records -> records.timelines().of(draft.id())).get(5).message())
          .isEqualTo(alert);
      assertThat(next.store().keepNew(List.of(says(2)))).containsExactly(Fate.LEFT);
    }
    assertThat(copy.resolve("store.journal")).doesNotExist();
  }

  @Test
  void what_was_taken_out_by_somebody_does_not_come_back_from_the_journal() throws Exception {
    offered(0, 3);
    store.change(
        records ->
            records.timelines().delete(draft.id(), says(1).key(), Examples.NIGHT.plusSeconds(99)));
    assertThat(Journal.size("steady:" + journal())).isZero();
    assertThat(said(store, draft)).containsExactly("words 0", "words 2");
  }

  @Test
  void a_journal_beside_a_database_that_knows_nothing_of_its_war_room_is_let_go() throws Exception {
    Path copy = killedAfter(() -> offered(0, 3));
    Files.delete(copy.resolve("store.mv.db"));
    try (Database next = Database.open(url(copy), "", "")) {
      Draft other = next.store().write(records -> records.drafts().add(Examples.draft("C1")));
      assertThat(other.id()).isEqualTo(draft.id());
      assertThat(said(next.store(), other)).isEmpty();
    }
  }

  @Test
  void while_somebody_writes_everything_is_left_to_be_written() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () ->
                store.change(
                    records -> {
                      begun.countDown();
                      awaited(end);
                    }));
    awaited(begun);
    assertThat(store.keepNew(List.of(says(1)))).containsExactly(Fate.LEFT);
    end.countDown();
    writing.join();
    assertThat(store.keepNew(List.of(says(1)))).containsExactly(Fate.KEPT);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void what_is_said_gets_into_the_tables_also_when_nobody_looks_and_then_leaves_the_journal()
      throws Exception {
    offered(0, 3);
    assertThat(Files.readString(journal(), ISO_8859_1)).contains("words 1");
    await().until(() -> said(database.tables(), draft).size() == 3);
    await().until(() -> !Files.readString(journal(), ISO_8859_1).contains("words"));
  }

  @Test
  void the_journal_does_not_grow_with_what_is_said() throws Exception {
    String long_ = "x".repeat(20_000);
    for (int i = 0; i < 1_000; i++) {
      String ts = SlackTime.ts(Examples.NIGHT.plusSeconds(i));
      assertThat(store.keepNew(List.of(Examples.message(ts, long_)))).containsExactly(Fate.KEPT);
    }
    assertThat(Files.size(journal())).isLessThan(10_000_000);
    assertThat(said(store, draft)).hasSize(1_000);
  }

  @Test
  void what_no_table_takes_waits_until_one_does_and_meanwhile_nothing_is_taken_in()
      throws Exception {
    offered(0, 1);
    assertThat(said(store, draft)).hasSize(1);
    order("alter table entry add constraint never check (length(plain) < 0) nocheck");
    offered(1, 3);
    assertThatThrownBy(() -> store.change(records -> records.drafts().all()))
        .isInstanceOf(RuntimeException.class);
    assertThat(store.keepNew(List.of(says(3)))).containsExactly(Fate.LEFT);
    assertThat(said(store, draft)).containsExactly("words 0");
    order("alter table entry drop constraint never");
    assertThat(said(store, draft)).containsExactly("words 0", "words 1", "words 2");
    offered(3, 4);
  }

  private void order(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void one_that_the_tables_do_not_take_stands_in_nobodys_way() throws Exception {
    store.keepNew(List.of(says(0), says(1).asOf(Instant.MAX), says(2)));
    assertThat(said(store, draft)).containsExactly("words 0", "words 2");
    offered(3, 4);
    assertThat(said(store, draft)).containsExactly("words 0", "words 2", "words 3");
  }

  @Test
  void a_person_who_was_forgotten_does_not_stand_in_the_journal() throws Exception {
    offered(0, 1);
    store.change(records -> records.forgetting().begin("UANNE", Examples.NIGHT));
    store.keepNew(List.of(says(1)));
    assertThat(Files.readString(journal(), ISO_8859_1)).contains("words 1").doesNotContain("UANNE");
  }

  @Test
  void when_it_is_closed_no_journal_stays() {
    offered(0, 3);
    database.close();
    assertThat(journal()).doesNotExist();
  }

  @Test
  void whoever_copies_the_database_has_all_that_was_said() throws Exception {
    offered(0, 3);
    try (var copy = database.snapshot();
        var statement = copy.createStatement();
        var rows = statement.executeQuery("select count(*) from entry")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(3);
    }
  }

  @Test
  void a_database_that_was_not_closed_is_not_copied_as_it_is_until_a_bot_has_worked_with_it()
      throws Exception {
    Path copy = killedAfter(() -> offered(0, 3));
    Site site = new Site(url(copy), "", "");
    assertThatThrownBy(() -> Database.asItIs(site).close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("stands in the journal beside it only. Start the bot once");
    Database.open(url(copy), "", "").close();
    Database.asItIs(site).close();
  }

  @Test
  void a_journal_of_a_later_version_is_refused_and_left_as_it_is() throws Exception {
    Path copy = killedAfter(() -> offered(0, 3));
    Path journal = copy.resolve("store.journal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[3]++;
    Files.write(journal, bytes);
    assertThatThrownBy(() -> Database.open(url(copy), "", "").close())
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("journal")
        .hasMessageContaining("form of later");
    assertThat(journal).hasBinaryContent(bytes);
  }

  @Test
  void a_file_that_is_encrypted_has_no_journal_as_that_would_not_be() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("encrypted"));
    String url = url(folder) + ";CIPHER=AES";
    try (Database encrypted = Database.open(url, "sa", "file user")) {
      encrypted.store().change(records -> records.drafts().add(Examples.draft("C1")));
      assertThat(encrypted.store().keepNew(List.of(says(1)))).containsExactly(Fate.LEFT);
    }
    assertThat(folder.resolve("store.journal")).doesNotExist();
  }
}
