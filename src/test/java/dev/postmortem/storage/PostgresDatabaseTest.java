package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.postmortem.draft.Store;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDatabaseTest {
  private static String refusal(String url, String user, String password) {
    DatabaseRefused refused =
        catchThrowableOfType(
            DatabaseRefused.class, () -> Database.open(url, user, password).close());
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.getMessage().lines()).hasSize(1);
    return refused.getMessage();
  }

  private static String asked(Database database, String question) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String named(String url) {
    return "The database " + Database.shown(url);
  }

  @Test
  void what_was_kept_is_there_when_the_database_is_opened_again() throws Exception {
    String url = Postgres.database();
    try (Database database = Database.open(url, "", "")) {
      Store store = new JdbiStore(database.dataSource(), database.isShared());
      store.change(r -> r.timelines().keep(1, Examples.message("100.000001", "Käse 🧀")));
    }

    try (Database one = Database.open(url, "", "");
        Database two = Database.open(url, "", "")) {
      for (Database database : List.of(one, two)) {
        Store store = new JdbiStore(database.dataSource(), database.isShared());
        assertThat(store.<Integer>read(r -> r.timelines().of(1).size())).isEqualTo(1);
        assertThat(database.isReachable()).isTrue();
        assertThat(database.isShared()).isTrue();
      }
    }
  }

  @Test
  void three_that_open_an_empty_database_at_once_make_its_tables_once() throws Exception {
    for (int round = 1; round <= 2; round++) {
      String url = Postgres.newDatabase();
      StoreContract.together(3, number -> openAndClose(url));

      try (Database database = Database.open(url, "", "")) {
        String made = "select count(*) - count(distinct version) from flyway_schema_history";
        assertThat(asked(database, made)).isEqualTo("0");
        assertThat(asked(database, "select bool_and(success) from flyway_schema_history"))
            .isEqualTo("t");
      }
    }
  }

  private static void openAndClose(String url) {
    try {
      Database.open(url, "", "").close();
    } catch (DatabaseRefused refused) {
      throw new AssertionError(refused);
    }
  }

  @Test
  void closing_leaves_no_connection_behind() throws Exception {
    String url = Postgres.database();
    Database database = Database.open(url, "", "");
    database.close();
    database.close();

    assertThat(database.isReachable()).isFalse();
    try (Database another = Database.open(Postgres.database(), "", "")) {
      String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
      String left = "select count(*) from pg_stat_activity where datname = '" + name + "'";
      await().until(() -> asked(another, left).equals("0"));
    }
  }

  @Test
  void its_sessions_count_in_utc_and_wait_for_nobody_for_ever() throws Exception {
    try (Database database = Database.open(Postgres.database(), "", "")) {
      assertThat(asked(database, "show timezone")).isEqualTo("UTC");
      assertThat(asked(database, "show lock_timeout")).isEqualTo("10s");
      assertThat(asked(database, "show idle_in_transaction_session_timeout")).isEqualTo("1min");
      assertThat(asked(database, "show application_name")).isEqualTo("postmortem");
    }
  }

  @Test
  void a_server_that_hangs_is_noticed_and_the_operators_own_patience_counts() throws Exception {
    Properties login = PostgresUrl.of("jdbc:postgresql://db/pm").login("", "");
    assertThat(login)
        .containsEntry("connectTimeout", "5")
        .containsEntry("loginTimeout", "10")
        .containsEntry("socketTimeout", "30")
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("reWriteBatchedInserts", "true");

    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/pm?loginTimeout=1";
      assertThat(refusal(url, "keeper", "hunter2")).startsWith(named(url)).contains("pm cannot be");
    }
  }

  @Test
  void a_wrong_password_is_refused_in_a_sentence_that_does_not_repeat_it() throws Exception {
    Postgres.userWithPassword("keeper", "right");
    String url = Postgres.database().replace("user=postgres", "password=hunter2");

    String wrong = named(url) + " does not accept this user name and password.";
    assertThat(refusal(url, "keeper", "")).isEqualTo(wrong);
    assertThat(refusal(url, "keeper", "hunter3")).isEqualTo(wrong);
    assertThat(refusal(Database.shown(url), "keeper", "")).contains("no password was provided");
    assertThat(refusal(Database.shown(url), "nobody", ""))
        .isEqualTo(named(url) + " cannot be opened: FATAL: role \"nobody\" does not exist");
  }

  @Test
  void a_password_is_taken_from_the_address_or_from_its_variable() throws Exception {
    Postgres.userWithPassword("porter", "p&ss w%rd");
    String url = Postgres.database();
    String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    Postgres.asOwner("alter database " + name + " owner to porter");
    Postgres.asOwnerOf(name, "grant all on all tables in schema public to porter");
    String inAddress = "user=porter&password=p%26ss+w%25rd";

    Database.open(url.replace("user=postgres", inAddress), "", "").close();
    Database.open(url.replace("user=postgres", "user=x&password=y"), "porter", "p&ss w%rd").close();
  }

  @Test
  void a_database_that_is_not_there_is_refused_in_a_sentence() throws Exception {
    String url = Postgres.address("nowhere");

    assertThat(refusal(url, "", ""))
        .isEqualTo(named(url) + " does not exist on that server: somebody has to make it.");
  }

  @Test
  void a_server_that_is_not_there_is_refused_in_a_sentence() {
    String nowhere = "jdbc:postgresql://no-such-host.invalid/pm?password=hunter2";
    String nobody = "jdbc:postgresql://127.0.0.1:1/pm?password=hunter2";

    assertThat(refusal(nowhere, "keeper", ""))
        .isEqualTo(
            "The database jdbc:postgresql://no-such-host.invalid/pm cannot be reached: nobody"
                + " knows its host.");
    assertThat(refusal(nobody, "keeper", ""))
        .isEqualTo(
            "The database jdbc:postgresql://127.0.0.1:1/pm cannot be reached: does it run there,"
                + " and does it let this machine in?");
  }

  @Test
  void a_user_who_may_not_make_tables_is_refused_in_a_sentence() throws Exception {
    Postgres.asOwner("create user guest", "create database of_somebody_else");
    String url = Postgres.address("of_somebody_else");

    assertThat(refusal(url, "guest", ""))
        .isEqualTo(named(url) + " does not let this user make tables.");
  }

  @Test
  void a_database_that_cannot_keep_every_character_is_refused() throws Exception {
    Postgres.asOwner("create database latin encoding 'LATIN1' locale 'C' template template0");
    String url = Postgres.address("latin");

    assertThat(refusal(url, "", ""))
        .isEqualTo(named(url) + " cannot keep every character: make it with ENCODING UTF8.");
  }

  @Test
  void a_database_of_something_else_is_refused_in_a_sentence() throws Exception {
    Postgres.asOwner("create database of_something_else");
    Postgres.asOwnerOf("of_something_else", "create table thing (id integer)");
    String url = Postgres.address("of_something_else");

    assertThat(refusal(url, "", ""))
        .isEqualTo(
            named(url) + " holds tables of something else already: give the bot one of its own.");
  }

  @Test
  void tables_that_were_changed_by_hand_are_refused_in_a_sentence() throws Exception {
    String url = Postgres.database();
    String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    Postgres.asOwnerOf(name, "update flyway_schema_history set checksum = 1");

    assertThat(refusal(url, "", ""))
        .startsWith("The tables of the database could not be brought up to date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://joe:hunter2@localhost/pm",
        "jdbc:postgresql://joe:hun?ter2@localhost/pm",
        "jdbc:postgresql://joe:hun/ter2@localhost/pm",
        "jdbc:postgresql://localhost:hunter2/pm",
        "jdbc:postgresql://localhost/pm?hunter2",
        "jdbc:postgresql://localhost/pm?password=hunter2%"
      })
  void an_address_that_cannot_be_read_is_refused_without_its_words(String url) {
    assertThat(refusal(url, "", ""))
        .startsWith("The database address ")
        .doesNotContain("hun", "ter2");
    assertThat(Database.shown(url)).doesNotContain("hun", "ter2");
    assertThat(Database.fault(url)).isPresent();
  }

  @Test
  void nothing_secret_stays_in_the_address_that_drivers_and_tools_repeat() throws Exception {
    PostgresUrl url =
        PostgresUrl.of(
            "jdbc:postgresql://db/pm?ssl=true&password=hunter2&sslpassword=hunter2&user=joe"
                + "&socketTimeout=0");

    assertThat(url.text()).isEqualTo("jdbc:postgresql://db/pm?ssl=true&socketTimeout=0");
    assertThat(url).hasToString("jdbc:postgresql://db/pm");
    assertThat(url.login("", "")).containsEntry("password", "hunter2").containsEntry("user", "joe");
  }

  @ParameterizedTest
  @CsvSource({
    "08001,LATER", "08006,LATER", "57P03,LATER", "57P01,LATER", "53300,LATER", "55000,LATER",
    "28P01,NONE", "28000,NONE", "3D000,NONE", "42501,NONE", "08004,NONE", ",NONE"
  })
  void a_server_that_is_away_is_worth_waiting_for_and_a_wrong_password_is_not(
      String state, DatabaseRefused.Hope hope) throws Exception {
    PostgresUrl url = PostgresUrl.of("jdbc:postgresql://db/pm");
    assertThat(url.hope(new SQLException("no", state))).isEqualTo(hope);
  }
}
