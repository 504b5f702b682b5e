package dev.postmortem.storage.copy;

import dev.postmortem.storage.Custody;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All tables of ours in a database, parents before children. Left out are Flyway's record of the
 * scripts that were run, Quartz's tables, because alarms are set anew at each start, and what the
 * database says of itself.
 */
record Schema(List<Table> tables) {
  static Schema of(Connection connection) throws SQLException {
    List<Table> found = new ArrayList<>();
    for (String name : names(connection)) {
      found.add(table(connection, name));
    }
    return new Schema(parentsFirst(found));
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet row =
        connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
      while (row.next()) {
        String name = row.getString("TABLE_NAME");
        boolean table = Set.of("TABLE", "BASE TABLE").contains(row.getString("TABLE_TYPE"));
        if (table && isOurs(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isOurs(String name) {
    return !name.equals("flyway_schema_history")
        && !name.startsWith("qrtz_")
        && !name.equals(Custody.TABLE);
  }

  private static Table table(Connection connection, String name) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String schema = connection.getSchema();
    List<Table.Column> columns = new ArrayList<>();
    Optional<String> counted = Optional.empty();
    try (ResultSet row = data.getColumns(null, schema, literally(name, data), "%")) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        String type = row.getString("TYPE_NAME");
        Kind kind =
            Kind.of(row.getInt("DATA_TYPE"), type)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "nobody knows how to copy " + name + "." + column + ", " + type));
        columns.add(new Table.Column(column, kind));
        if ("YES".equals(row.getString("IS_AUTOINCREMENT"))) {
          counted = Optional.of(column);
        }
      }
    }
    columns.sort(Comparator.comparing(Table.Column::name));
    return new Table(name, columns, counted, parents(data, schema, name));
  }

  /** The underscores of a name would stand for any character. */
  private static String literally(String name, DatabaseMetaData data) throws SQLException {
    return name.replace("_", data.getSearchStringEscape() + "_");
  }

  private static Set<String> parents(DatabaseMetaData data, String schema, String name)
      throws SQLException {
    Set<String> parents = new HashSet<>();
    try (ResultSet row = data.getImportedKeys(null, schema, name)) {
      while (row.next()) {
        parents.add(row.getString("PKTABLE_NAME"));
      }
    }
    parents.remove(name);
    return parents;
  }

  private static List<Table> parentsFirst(List<Table> found) {
    List<Table> left = new ArrayList<>(found);
    List<Table> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!left.isEmpty()) {
      Table next =
          left.stream()
              .filter(table -> placed.containsAll(table.parents()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + left));
      left.remove(next);
      sorted.add(next);
      placed.add(next.name());
    }
    return List.copyOf(sorted);
  }

  Optional<Table> named(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** A table and all whose rows refer to its rows, children first: so they can be emptied. */
  List<Table> withChildren(Table parent) {
    Set<String> family = new HashSet<>(Set.of(parent.name()));
    List<Table> childrenFirst = new ArrayList<>(List.of(parent));
    for (Table table : tables) {
      if (!family.contains(table.name()) && table.parents().stream().anyMatch(family::contains)) {
        family.add(table.name());
        childrenFirst.add(0, table);
      }
    }
    return childrenFirst;
  }

  /** Has the database go on counting where the copied rows end. */
  void countOn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Table table : tables) {
        if (table.counted().isPresent()) {
          long highest = number(statement, table.highest());
          statement.execute(table.countOnFrom(highest + 1));
        }
      }
    }
  }

  /** How many rows a table has. */
  static long rows(Connection connection, Table table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return number(statement, table.count());
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
