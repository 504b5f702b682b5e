package dev.postmortem.storage.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows for every table that there is, with whatever a copy could get wrong. */
final class Hostile {
  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "null",
          "NULL",
          "'; drop table incident; --",
          "\"quoted\" 'twice' `so`",
          "back\\slash \\n \\u0000 $1 ${x} %s ?",
          "line\nline\r\nline\ttab",
          "\u0001\u0002\u0007\u0008\u000b\u001b\u001f\u007f\u0085",
          "Käse 🧀 👩‍👩‍👧‍👦 🇦🇶",
          "e\u0301 vs é, ﬁ, ß, İ",
          "\u200f\u202eمرحبا\u2028\u2029\ufeff\ufffe\uffff",
          "{\"a\":[1,null,\"b\"]}",
          "[1,2]",
          "trailing space ",
          "𝕳𝖊𝖑𝖑𝖔\ud83d\udc7e");

  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("2026-11-01T09:30:00.123456Z"), // twice in California
          Instant.parse("2026-03-29T01:30:00.000001Z"), // not in Berlin
          Instant.parse("2011-12-30T12:00:00.999999Z"), // not in Apia
          Instant.parse("2018-11-04T03:00:00Z"), // midnight that is not in Brazil
          Instant.parse("1883-11-18T17:00:00.5Z"),
          Instant.parse("1970-01-01T00:00:00Z"),
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("9999-12-31T23:59:59.999999Z"));

  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2011-12-30"),
          LocalDate.parse("2018-11-04"),
          LocalDate.parse("1582-10-10"),
          LocalDate.parse("0001-01-01"),
          LocalDate.parse("9999-12-31"));

  static final int ROWS = WORDS.size();

  private Hostile() {}

  /** What a table gets: each value depends on its kind and row, so that rows find their parents. */
  static List<Object[]> rows(Table table, Set<String> nullable) {
    return IntStream.range(0, ROWS).mapToObj(row -> row(table, nullable, row)).toList();
  }

  private static Object[] row(Table table, Set<String> nullable, int row) {
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      Table.Column column = table.columns().get(i);
      boolean absent = nullable.contains(column.name()) && (row + i) % 3 == 0;
      values[i] = absent ? null : value(column, row);
    }
    return values;
  }

  private static Object value(Table.Column column, int row) {
    return switch (column.kind()) {
      case TEXT ->
          row == 1 && Set.of("raw", "plain", "note", "what").contains(column.name())
              ? "long 🧀 ".repeat(20_000)
              : WORDS.get(row);
      case NUMBER ->
          switch (column.name()) {
            case "incidents" -> Long.MIN_VALUE + row;
            case "length_seconds", "declared" -> Long.MAX_VALUE - row;
            default -> row * 3L + 1;
          };
      case FRACTION -> row / 3.0;
      case FLAG -> row % 2 == 0;
      case INSTANT -> TIMES.get(row % TIMES.size()).plusNanos(row / TIMES.size() * 1_000L);
      case DAY -> DAYS.get(row % DAYS.size());
      case BYTES -> bytes(column, row);
    };
  }

  private static byte[] bytes(Table.Column column, int row) {
    byte[] bytes = new byte[row == 3 && column.name().equals("bytes") ? 1_000_000 : row];
    new Random(row).nextBytes(bytes);
    return bytes;
  }

  /** Fills every table, past everything that is tested here; gives what is to be found then. */
  static Map<String, List<List<Object>>> fill(Connection connection) throws SQLException {
    Map<String, List<List<Object>>> all = new TreeMap<>();
    for (Table table : Schema.of(connection).tables()) {
      List<Object[]> rows = rows(table, nullable(connection, table));
      try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
        for (Object[] row : rows) {
          for (int i = 0; i < row.length; i++) {
            table.columns().get(i).kind().bind(insert, i + 1, row[i]);
          }
          insert.executeUpdate();
        }
      }
      all.put(table.name(), sorted(rows));
    }
    return all;
  }

  /** What every table holds. */
  static Map<String, List<List<Object>>> all(Connection connection) throws Exception {
    Map<String, List<List<Object>>> all = new TreeMap<>();
    for (Table table : Schema.of(connection).tables()) {
      List<Object[]> rows = new ArrayList<>();
      Rows.each(connection, table, rows::add);
      all.put(table.name(), sorted(rows));
    }
    return all;
  }

  private static List<List<Object>> sorted(List<Object[]> rows) {
    return rows.stream()
        .map(row -> Arrays.stream(row).map(Hostile::comparable).toList())
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static Object comparable(Object value) {
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value + kind(value);
  }

  private static String kind(Object value) {
    return value == null ? "" : value.getClass().getSimpleName();
  }

  private static Set<String> nullable(Connection connection, Table table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet row =
        connection.getMetaData().getColumns(null, connection.getSchema(), table.name(), "%")) {
      while (row.next()) {
        if (row.getString("IS_NULLABLE").equals("YES")) {
          names.add(row.getString("COLUMN_NAME"));
        }
      }
    }
    return names;
  }
}
