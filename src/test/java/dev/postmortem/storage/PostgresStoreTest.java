package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox.Taken;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The store on PostgreSQL, where session and process each believe to be somewhere else, and other
 * processes work with the same data.
 */
class PostgresStoreTest
    implements StoreContract,
        DraftsContract,
        TimelinesContract,
        AnyOrderContract,
        NewMessagesContract,
        OutboxContract,
        ReadershipContract,
        MeetingsContract,
        FollowupsContract,
        PicturesContract,
        ReviewContract,
        CatalogContract,
        SearchContract,
        ReadingsContract,
        RemovalsContract,
        ForgettingContract,
        PeopleContract,
        RequestsContract {
  private static final TimeZone OURS = TimeZone.getDefault();
  private static String name;
  private static HikariDataSource elsewhere;

  @BeforeAll
  static void open() throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
    PostgresUrl url = PostgresUrl.of(Postgres.database());
    name = url.text().substring(url.text().lastIndexOf('/') + 1);
    elsewhere = new HikariDataSource();
    elsewhere.setJdbcUrl(url.text());
    elsewhere.setDataSourceProperties(url.login("", ""));
    elsewhere.setConnectionInitSql("set time zone '" + Postgres.ZONE + "'");
  }

  @BeforeEach
  void empty() throws Exception {
    Tables.empty(elsewhere);
  }

  @AfterAll
  static void close() {
    TimeZone.setDefault(OURS);
    elsewhere.close();
  }

  @Override
  public DataSource source() {
    return elsewhere;
  }

  @Override
  public Store store() {
    return new JdbiStore(elsewhere, true);
  }

  @Override
  public Duration lease() {
    return JdbiStore.LEASE;
  }

  @Test
  void session_and_process_really_are_elsewhere() throws Exception {
    try (var connection = elsewhere.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select current_setting('TimeZone'), now()::text")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(Postgres.ZONE);
      assertThat(row.getString(2)).matches(".*\\+1[34]$");
    }
    assertThat(TimeZone.getDefault().getID()).isEqualTo("America/Sao_Paulo");
  }

  @Test
  void a_bot_that_starts_leaves_alone_what_another_one_carries() {
    put("a", "C1");
    put("b", "C1");
    take(OutboxContract.NOW);
    Instant later = OutboxContract.NOW.plus(JdbiStore.LEASE);

    outbox().recover(later.minusMillis(1));
    assertThat(take(later.minusMillis(1))).isEmpty();
    outbox().recover(later);
    assertThat(take(later)).map(Taken::inDoubt).contains(true);
  }

  @Test
  void what_a_bot_carried_that_died_is_carried_on_by_the_others_without_a_restart() {
    put("a", "C1");
    take(OutboxContract.NOW);
    Instant later = OutboxContract.NOW.plus(JdbiStore.LEASE);

    assertThat(outbox().isAnyDue(later.minusMillis(1))).isFalse();
    assertThat(take(later.minusMillis(1))).isEmpty();
    assertThat(outbox().isAnyDue(later)).isTrue();
    assertThat(take(later))
        .contains(new Taken(new Letter("a", 7, Letter.Kind.NOTICE, "C1", "Grüße"), true, 1));
    assertThat(take(later)).isEmpty();
  }

  @Test
  void whoever_still_holds_a_letter_keeps_it_longer_and_whoever_lost_it_does_not_get_it_back() {
    put("a", "C1");
    Taken first = take(OutboxContract.NOW).orElseThrow();
    Instant minute = OutboxContract.NOW.plusSeconds(60);
    assertThat(outbox().hold(first, minute)).isTrue();
    assertThat(take(OutboxContract.NOW.plus(JdbiStore.LEASE))).isEmpty();

    Instant over = minute.plus(JdbiStore.LEASE);
    Taken second = take(over).orElseThrow();
    assertThat(outbox().hold(first, over)).isFalse();
    assertThat(outbox().hold(second, over)).isTrue();
  }

  @Test
  void who_takes_while_another_takes_gets_the_next_letter_and_does_not_wait() {
    put("a", "C1");
    put("b", "C2");

    Optional<Taken> second =
        store()
            .write(
                first -> {
                  assertThat(first.outbox().take(OutboxContract.NOW).orElseThrow().letter().key())
                      .isEqualTo("a");
                  return take(OutboxContract.NOW);
                });

    assertThat(second).map(taken -> taken.letter().key()).contains("b");
  }

  @Test
  void a_letter_of_a_recipient_whose_older_one_is_just_being_taken_waits() {
    put("a", "C1");
    put("b", "C1");

    Optional<Taken> second =
        store()
            .write(
                first -> {
                  assertThat(first.outbox().take(OutboxContract.NOW)).isPresent();
                  return take(OutboxContract.NOW);
                });

    assertThat(second).isEmpty();
  }

  @Test
  void a_bot_goes_on_while_a_newer_one_changes_the_tables() throws Exception {
    put("a", "C1");
    for (int i = 0; i < 10; i++) {
      assertThat(outbox().status("a")).isPresent();
      assertThat(take(OutboxContract.NOW.minusSeconds(1))).isEmpty();
    }
    Postgres.asOwnerOf(name, "alter table letter add column newer integer");

    assertThat(outbox().status("a")).isPresent();
    assertThat(take(OutboxContract.NOW)).isPresent();
  }

  @Test
  void what_was_kept_is_told_even_when_nothing_tells_why_others_were_not() throws Exception {
    opened(ROOM);
    String ts = SlackTime.ts(Examples.NIGHT.plusSeconds(1));
    Message here = Examples.message(ts, "words");
    Message nowhere = here.under(new MessageKey(Examples.TEAM, "C9", ts));
    DataSource breaking = mock(DataSource.class);
    when(breaking.getConnection())
        .thenAnswer(call -> breakingWhen("select capturing", elsewhere.getConnection()));

    assertThat(new JdbiStore(breaking, true).keepNew(List.of(nowhere, here)))
        .containsExactly(Fate.LEFT, Fate.KEPT);
    assertThat(store().keepNew(List.of(nowhere, here))).containsExactly(Fate.NOWHERE, Fate.LEFT);
  }

  private static Connection breakingWhen(String asked, Connection whole) throws SQLException {
    Connection connection = mock(Connection.class, delegatesTo(whole));
    doThrow(new SQLException("the connection broke"))
        .when(connection)
        .prepareStatement(startsWith(asked));
    return connection;
  }
}
