package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database demands of whoever writes into it: the columns of each table, and what must be
 * unique or stand in another table.
 */
record Schema(Map<String, Map<String, Column>> tables, Map<String, Set<String>> rules) {

  /** A column as a writer sees it. */
  record Column(String type, int size, boolean mayBeNull, boolean fillsItself) {
    /** Whether a writer who knows nothing of this column can go on. */
    boolean canBeLeftOut() {
      return mayBeNull || fillsItself;
    }

    /** Whether whatever could be written into the other can be written into this one. */
    boolean takesAllThat(Column other) {
      return type.equals(other.type) && size >= other.size && (mayBeNull || !other.mayBeNull);
    }
  }

  static Schema of(Connection connection) throws SQLException {
    Schema schema = new Schema(new TreeMap<>(), new TreeMap<>());
    DatabaseMetaData all = connection.getMetaData();
    String place = connection.getSchema();
    try (ResultSet row = all.getTables(null, place, "%", null)) {
      while (row.next()) {
        String kind = row.getString("TABLE_TYPE");
        String name = row.getString("TABLE_NAME");
        if (kind.endsWith("TABLE") && !name.toLowerCase(Locale.ROOT).startsWith("flyway")) {
          schema.read(all, place, name);
        }
      }
    }
    return schema;
  }

  private void read(DatabaseMetaData all, @Nullable String place, String table)
      throws SQLException {
    Map<String, Column> columns = tables.computeIfAbsent(table, fresh -> new TreeMap<>());
    try (ResultSet row = all.getColumns(null, place, table, "%")) {
      while (row.next()) {
        boolean itself =
            row.getString("COLUMN_DEF") != null || "YES".equals(row.getString("IS_AUTOINCREMENT"));
        columns.put(
            row.getString("COLUMN_NAME"),
            new Column(
                row.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
                row.getInt("COLUMN_SIZE"),
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                itself));
      }
    }
    Map<String, Set<String>> unique = new TreeMap<>();
    try (ResultSet row = all.getIndexInfo(null, place, table, true, false)) {
      while (row.next()) {
        unique
            .computeIfAbsent(row.getString("INDEX_NAME"), fresh -> new TreeSet<>())
            .add(row.getString("COLUMN_NAME"));
      }
    }
    Set<String> demands = rules.computeIfAbsent(table, fresh -> new TreeSet<>());
    unique.values().forEach(some -> demands.add("unique " + some));
    try (ResultSet row = all.getImportedKeys(null, place, table)) {
      while (row.next()) {
        demands.add(
            row.getString("FKCOLUMN_NAME")
                + " must be in "
                + row.getString("PKTABLE_NAME")
                + "."
                + row.getString("PKCOLUMN_NAME"));
      }
    }
  }

  /** What somebody who wrote into the older schema could no longer do, in sentences. */
  Set<String> narrowerThan(Schema older) {
    Set<String> found = new TreeSet<>();
    older.tables.forEach(
        (table, columns) -> {
          Map<String, Column> now = tables.get(table);
          if (now == null) {
            found.add(table + " is gone");
          } else {
            compare(table, columns, now, found);
            Set<String> more = new TreeSet<>(rules.getOrDefault(table, Set.of()));
            more.removeAll(older.rules.getOrDefault(table, Set.of()));
            more.forEach(rule -> found.add(table + ": " + rule));
          }
        });
    return found;
  }

  private static void compare(
      String table, Map<String, Column> before, Map<String, Column> now, Set<String> found) {
    before.forEach(
        (name, column) -> {
          if (now.get(name) == null) {
            found.add(table + "." + name + " is gone");
          } else if (!now.get(name).takesAllThat(column)) {
            found.add(table + "." + name + " was " + column + " and is " + now.get(name));
          }
        });
    now.forEach(
        (name, column) -> {
          if (!before.containsKey(name) && !column.canBeLeftOut()) {
            found.add(table + "." + name + " is new and demanded");
          }
        });
  }
}
