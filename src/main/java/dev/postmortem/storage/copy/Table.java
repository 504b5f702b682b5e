package dev.postmortem.storage.copy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of ours.
 *
 * @param columns in the order of their names, which is the same in every database
 * @param counted the column that the database counts up by itself, if there is one
 * @param parents the tables that its rows refer to
 */
record Table(String name, List<Column> columns, Optional<String> counted, Set<String> parents) {
  /** A column, by the name that it has in the database. */
  record Column(String name, Kind kind) {}

  Table {
    columns = List.copyOf(columns);
    parents = Set.copyOf(parents);
  }

  String select() {
    return "select " + names() + " from " + quoted(name);
  }

  String count() {
    return "select count(*) from " + quoted(name);
  }

  /** A row that is there already is left as it is. */
  String insert() {
    String places = columns.stream().map(it -> "?").collect(Collectors.joining(", "));
    return "insert into "
        + quoted(name)
        + " ("
        + names()
        + ")"
        + (counted.isPresent() ? " overriding system value" : "")
        + " values ("
        + places
        + ") on conflict do nothing";
  }

  String delete() {
    return "delete from " + quoted(name);
  }

  /** The highest number that was given, 0 for none; for a table that is counted. */
  String highest() {
    return "select coalesce(max(" + quoted(counted.orElseThrow()) + "), 0) from " + quoted(name);
  }

  /** Has the database go on counting behind the highest number. */
  String countOnFrom(long next) {
    return "alter table "
        + quoted(name)
        + " alter column "
        + quoted(counted.orElseThrow())
        + " restart with "
        + next;
  }

  private String names() {
    return columns.stream().map(it -> quoted(it.name())).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
