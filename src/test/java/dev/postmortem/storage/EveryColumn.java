package dev.postmortem.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** All that a database holds, as its own description of itself says: no column is left out. */
public final class EveryColumn {
  /** What is not free to hold anything. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("incident.state", "PUBLISHED"),
          Map.entry("task.state", "OPEN"),
          Map.entry("letter.state", "SENT"),
          Map.entry("letter.kind", "NOTICE"),
          Map.entry("handover.state", "OPEN"),
          Map.entry("entry.kind", "message"),
          Map.entry("reading_step.kind", "THREAD"),
          Map.entry("waiver.subject", "TASK"),
          Map.entry("picture.kind", "png"),
          Map.entry("incident.zone", "Europe/London"),
          Map.entry("meeting.zone", "Europe/London"),
          Map.entry("person.zone", "Europe/London"),
          Map.entry("removal.said", ""));

  /** What is no person's and finds other rows. */
  private static final Map<String, String> LINKS =
      Map.of("section", "impact", "file", "F1", "team", "T1");

  /** Columns that hold an id and nothing else. */
  private static final Set<String> IDS =
      Set.of(
          "person",
          "author",
          "owner",
          "moderator",
          "note_taker",
          "written_by",
          "asker",
          "marked_by",
          "offered_to",
          "offered_by",
          "decided_by",
          "recipient");

  private final DataSource source;

  public EveryColumn(DataSource source) {
    this.source = source;
  }

  /** The tables that are ours, by the database's own list. */
  Set<String> tables() throws SQLException {
    Set<String> names = new TreeSet<>();
    for (List<String> row :
        rows(
            "select table_name from information_schema.tables where table_schema = current_schema")) {
      names.add(row.get(0));
    }
    names.removeIf(name -> name.startsWith("qrtz_") || name.equals("flyway_schema_history"));
    return names;
  }

  /** One row in each of these tables; every column that may hold words holds these. */
  long fill(List<String> parentsFirst, String id, String name, String words) throws SQLException {
    long incident = 0;
    for (String table : parentsFirst) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (List<String> column : columns(table)) {
        if (!column.get(2).equals("YES")) {
          row.put(column.get(0), value(table, column, incident, id, words));
        }
      }
      if (table.equals("person")) {
        row.put("id", id);
        row.put("name", name);
      }
      row.remove("capturing");
      row.remove("deleted_at");
      long made = insert(table, row);
      incident = table.equals("incident") ? made : incident;
    }
    return incident;
  }

  private static Object value(
      String table, List<String> column, long incident, String id, String words) {
    String name = column.get(0);
    String fixed = FIXED.getOrDefault(table + "." + name, LINKS.get(name));
    if (fixed != null) {
      return fixed;
    }
    String type = column.get(1).toLowerCase(java.util.Locale.ROOT);
    if (type.startsWith("char") || type.equals("text")) {
      return IDS.contains(name) ? id : words;
    } else if (type.startsWith("timestamp")) {
      return OffsetDateTime.parse("2026-11-01T09:30:00.123456Z");
    } else if (type.equals("date")) {
      return LocalDate.parse("2026-11-02");
    } else if (type.equals("boolean")) {
      return Boolean.FALSE;
    } else if (type.startsWith("bytea") || type.startsWith("binary")) {
      return new byte[] {7};
    }
    return name.equals("incident") ? incident : type.equals("bigint") ? (Object) 1L : (Object) 1;
  }

  private List<List<String>> columns(String table) throws SQLException {
    return rows(
        "select column_name, data_type, is_identity from information_schema.columns"
            + " where table_schema = current_schema and table_name = '"
            + table
            + "' order by ordinal_position");
  }

  private long insert(String table, Map<String, Object> row) throws SQLException {
    String sql =
        "insert into "
            + table
            + " ("
            + String.join(", ", row.keySet())
            + ") values (?"
            + ", ?".repeat(row.size() - 1)
            + ")";
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            table.equals("incident")
                ? connection.prepareStatement(sql, new String[] {"id"})
                : connection.prepareStatement(sql)) {
      int at = 1;
      for (Object value : row.values()) {
        insert.setObject(at++, value);
      }
      insert.executeUpdate();
      if (!table.equals("incident")) {
        return 0;
      }
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** All that is in the database, Quartz's tables too, each table as its rows. */
  public Map<String, List<List<String>>> all() throws SQLException {
    Map<String, List<List<String>>> all = new TreeMap<>();
    for (List<String> table :
        rows(
            "select table_name from information_schema.tables where table_schema = current_schema")) {
      List<List<String>> rows = new ArrayList<>(rows("select * from " + table.get(0)));
      rows.sort((one, other) -> one.toString().compareTo(other.toString()));
      all.put(table.get(0), rows);
    }
    return all;
  }

  /** The tables in which something like this stands, in whatever column. */
  public Set<String> with(Pattern sought) throws SQLException {
    Set<String> found = new TreeSet<>();
    all()
        .forEach(
            (table, rows) -> {
              boolean there =
                  rows.stream()
                      .flatMap(List::stream)
                      .anyMatch(value -> sought.matcher(value).find());
              if (there) {
                found.add(table);
              }
            });
    return found;
  }

  private List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet set = statement.executeQuery(sql)) {
      ResultSetMetaData columns = set.getMetaData();
      while (set.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.add(text(set, i, columns.getColumnTypeName(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Bytes as the letters that they would be. */
  private static String text(ResultSet row, int column, String type) throws SQLException {
    String kind = type.toLowerCase(java.util.Locale.ROOT);
    if (kind.startsWith("bin") || kind.startsWith("byte")) {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
