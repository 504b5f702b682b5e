package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Store;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * Several versions work side by side while one takes the other's place. So whatever the version
 * before wrote is read by this one, and whatever it writes still finds its place in the tables of
 * this one. The version before made the tables up to {@link #BEFORE}; raise it with each release.
 */
interface UpgradeContract {
  String BEFORE = "11";

  /** The scripts of the version before, by their checksums: nobody may touch them any more. */
  Map<String, Integer> CHECKSUMS =
      Map.of(
          "1", 2045206620,
          "3", -20399909,
          "4", 6443932,
          "5", 779466534,
          "6", 686755331,
          "7", 1766855893,
          "8", -162261108,
          "9", -1913992163,
          "10", -1062048916,
          "11", -1471663737);

  /** Of the one script that differs between the databases. */
  int checksumOfQuartz();

  /** The address of a database of its own for each test, empty. */
  String empty() throws Exception;

  /** A connection to it. */
  Connection connect(String url) throws Exception;

  private static Flyway tables(Address address, String url) {
    return Flyway.configure()
        .dataSource(url, address.isShared() ? "postgres" : "sa", "")
        .locations("classpath:db/migration/common", "classpath:db/migration/" + address.folder())
        .target(BEFORE)
        .load();
  }

  private void makeTablesOfTheVersionBefore(String url) throws Exception {
    String plain = url.startsWith(PostgresUrl.PREFIX) ? url : Address.of(url).text();
    tables(Address.of(url), plain).migrate();
  }

  @Test
  default void the_scripts_of_the_version_before_are_as_they_were() throws Exception {
    String url = empty();
    makeTablesOfTheVersionBefore(url);

    Map<String, Integer> found = new TreeMap<>();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select \"version\", \"checksum\" from \"flyway_schema_history\""
                    + " where \"version\" is not null")) {
      while (row.next()) {
        found.put(row.getString(1), row.getInt(2));
      }
    }
    Map<String, Integer> expected = new TreeMap<>(CHECKSUMS);
    expected.put("2", checksumOfQuartz());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  default void the_tables_of_this_version_only_grow() throws Exception {
    String url = empty();
    makeTablesOfTheVersionBefore(url);
    Schema before = schema(url);
    assertThat(before.tables()).hasSizeGreaterThan(40);
    Database.open(url, "", "").close();

    Schema now = schema(url);
    assertThat(now.narrowerThan(before)).isEmpty();
    assertThat(now.tables().size()).isGreaterThan(before.tables().size());
  }

  @Test
  default void whatever_would_shut_the_version_before_out_is_noticed() throws Exception {
    String url = empty();
    makeTablesOfTheVersionBefore(url);
    Schema before = schema(url);
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table letter add column harmless varchar default 'x' not null");
      statement.execute("alter table letter add column stern varchar not null");
      statement.execute("alter table letter alter column settled set not null");
      statement.execute("create unique index only_one on letter (recipient)");
      statement.execute("alter table readership drop column read_at");
      statement.execute("alter table touched add foreign key (incident) references incident (id)");
      statement.execute("drop table waiver");
    }

    assertThat(schema(url).narrowerThan(before))
        .hasSize(6)
        .anyMatch(fault -> fault.startsWith("letter.settled was "))
        .contains(
            "letter.stern is new and demanded",
            "letter: unique [recipient]",
            "readership.read_at is gone",
            "touched: incident must be in incident.id",
            "waiver is gone");
  }

  @Test
  default void what_the_version_before_wrote_is_kept_and_read() throws Exception {
    String url = empty();
    makeTablesOfTheVersionBefore(url);
    Rows rows = new Rows(schema(url));
    Map<String, List<String>> written;
    try (Connection connection = connect(url)) {
      rows.insert(connection, 1);
      written = rows.read(connection);
    }
    assertThat(written.values()).allMatch(table -> table.size() == 1);

    try (Database database = Database.open(url, "", "");
        Connection connection = database.dataSource().getConnection()) {
      assertThat(rows.read(connection)).isEqualTo(written);
      Store store = database.store();
      Draft draft = store.read(records -> records.drafts().all()).get(0);
      assertThat(draft.tasks()).hasSize(1);
      assertThat(draft.questions()).hasSize(1);
      assertThat(draft.bodies()).hasSize(1);
      assertThat(store.<Integer>read(r -> r.timelines().of(draft.id()).size())).isEqualTo(1);
      List<Boolean> found =
          store.read(
              r ->
                  List.of(
                      r.meetings().of(draft.id()).isPresent(),
                      r.readings().of(draft.id()).isPresent(),
                      r.outbox().status("v1").isPresent(),
                      r.people().find("v1").isPresent()));
      assertThat(found).containsOnly(true);
    }
  }

  @Test
  default void what_the_version_before_writes_finds_its_place_in_the_tables_of_this_one()
      throws Exception {
    String url = empty();
    makeTablesOfTheVersionBefore(url);
    Rows rows = new Rows(schema(url));
    try (Database database = Database.open(url, "", "");
        Connection connection = database.dataSource().getConnection()) {
      rows.insert(connection, 1);
      rows.insert(connection, 2);
      assertThat(rows.read(connection).values()).allMatch(table -> table.size() == 2);
    }
  }

  @Test
  default void a_version_that_starts_beside_a_newer_one_changes_nothing() throws Exception {
    String url = empty();
    Database.open(url, "", "").close();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table of_the_future (id integer primary key)");
      statement.execute("alter table letter add column of_the_future varchar");
      statement.execute(
          "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
              + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\","
              + " \"success\") values (9999, '999', 'future', 'SQL', 'V999__future.sql', 7, 'x', 1,"
              + " true)");
    }
    Schema newer = schema(url);

    try (Database database = Database.open(url, "", "")) {
      assertThat(database.isReachable()).isTrue();
      List<Draft> none = database.store().read(records -> records.drafts().all());
      assertThat(none).isEmpty();
    }
    assertThat(schema(url)).isEqualTo(newer);
  }

  private Schema schema(String url) throws Exception {
    try (Connection connection = connect(url)) {
      return Schema.of(connection);
    }
  }

  /** Rows in every table, with the columns that a version knew and no others. */
  record Rows(Map<String, Map<String, Schema.Column>> tables) {
    private static final Map<String, String> WORDS =
        Map.ofEntries(
            Map.entry("incident.state", "OPEN"),
            Map.entry("task.state", "OPEN"),
            Map.entry("letter.state", "WAITING"),
            Map.entry("letter.kind", "NOTICE"),
            Map.entry("handover.state", "OPEN"),
            Map.entry("entry.kind", "MESSAGE"),
            Map.entry("reading_step.kind", "THREAD"),
            Map.entry("waiver.subject", "GATE"),
            Map.entry("person.zone", "Europe/London"),
            Map.entry("incident.zone", "Europe/London"),
            Map.entry("meeting.zone", "Europe/London"));

    Rows(Schema schema) {
      this(ours(schema));
    }

    private static Map<String, Map<String, Schema.Column>> ours(Schema schema) {
      Map<String, Map<String, Schema.Column>> ours = new TreeMap<>(schema.tables());
      ours.keySet().removeIf(name -> name.startsWith("qrtz"));
      return ours;
    }

    /** Parents before children: whatever fails comes again when the others are there. */
    void insert(Connection connection, int number) throws SQLException {
      Map<String, SQLException> left = new LinkedHashMap<>();
      tables.keySet().forEach(table -> left.put(table, new SQLException("not tried")));
      boolean more = true;
      while (more) {
        more = false;
        for (String table : List.copyOf(left.keySet())) {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(order(table, number));
            left.remove(table);
            more = true;
          } catch (SQLException notYet) {
            left.put(table, notYet);
          }
        }
      }
      assertThat(left).isEmpty();
    }

    private String order(String table, int number) {
      Map<String, String> values = new LinkedHashMap<>();
      tables
          .get(table)
          .forEach(
              (name, column) -> {
                boolean counted = column.fillsItself() && column.type().matches("big.*|int8");
                if (!counted && !name.equals("deleted_at")) {
                  values.put(name, value(table, name, column, number));
                }
              });
      return "insert into "
          + table
          + " ("
          + String.join(", ", values.keySet())
          + ") values ("
          + String.join(", ", values.values())
          + ")";
    }

    private static String value(String table, String name, Schema.Column column, int number) {
      String type = column.type();
      if (type.startsWith("bool")) {
        return "false";
      }
      if (type.startsWith("timestamp")) {
        return "timestamp with time zone '2026-11-18 14:00:0" + number + "+00'";
      }
      if (type.equals("date")) {
        return "date '2026-11-1" + number + "'";
      }
      if (type.startsWith("bytea")) {
        return "'\\x0" + number + "'::bytea";
      }
      if (type.startsWith("binary")) {
        return "X'0" + number + "'";
      }
      if (type.startsWith("int") || type.startsWith("big")) {
        return String.valueOf(number);
      }
      if (name.equals("ts")) {
        return "'177236640" + number + ".000100'";
      }
      return "'" + WORDS.getOrDefault(table + "." + name, "v" + number) + "'";
    }

    /** All that stands in the columns of that version, as words. */
    Map<String, List<String>> read(Connection connection) throws SQLException {
      Map<String, List<String>> all = new TreeMap<>();
      for (Map.Entry<String, Map<String, Schema.Column>> table : tables.entrySet()) {
        List<String> names = List.copyOf(table.getValue().keySet());
        String columns = names.stream().collect(Collectors.joining(", "));
        List<String> rows = all.computeIfAbsent(table.getKey(), fresh -> new ArrayList<>());
        try (Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery("select " + columns + " from " + table.getKey())) {
          while (row.next()) {
            rows.add(words(row, names));
          }
        }
      }
      return all;
    }

    private static String words(ResultSet row, List<String> names) throws SQLException {
      List<String> words = new ArrayList<>();
      for (String name : names) {
        Object value = row.getObject(name);
        words.add(
            name
                + "="
                + (value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : value instanceof java.sql.Timestamp time ? time.toInstant() : value));
      }
      return String.join(", ", words);
    }
  }
}
