package dev.postmortem.storage.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables that may hold words or ids of people, as the database itself describes them: so a
 * column that is added later is looked at without anybody thinking of it.
 */
final class Schema {
  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, lower(c.data_type) as kind
      from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema
        and t.table_name = c.table_name
      where c.table_schema = current_schema and upper(t.table_type) like '%TABLE%'
      order by c.table_name, c.ordinal_position
      """;

  private static final String KEYS =
      """
      select k.table_name, k.column_name from information_schema.key_column_usage k
      join information_schema.table_constraints c on c.constraint_schema = k.constraint_schema
        and c.constraint_name = k.constraint_name and c.table_name = k.table_name
      where k.table_schema = current_schema and c.constraint_type = 'PRIMARY KEY'
      order by k.table_name, k.ordinal_position
      """;

  /** What tables find each other by is made by us or by Slack, and names no people. */
  private static final String LINKS =
      """
      select k.table_name, k.column_name from information_schema.key_column_usage k
      join information_schema.referential_constraints r
        on r.constraint_schema = k.constraint_schema
        and (r.constraint_name = k.constraint_name or r.unique_constraint_name = k.constraint_name)
      where k.table_schema = current_schema
      """;

  private Schema() {}

  /**
   * A table.
   *
   * @param keys the columns of its primary key
   * @param words the columns that hold text
   * @param incident the column that says to which post-mortem a row belongs, if there is one
   */
  record Table(String name, List<String> keys, List<String> words, @Nullable String incident) {}

  /** All but what belongs to the libraries, and what says who was forgotten. */
  static List<Table> tables(Handle handle) {
    Set<String> links = new HashSet<>();
    handle
        .createQuery(LINKS)
        .map((row, context) -> row.getString(1) + "." + row.getString(2))
        .forEach(links::add);
    Map<String, List<String>> keys = new LinkedHashMap<>();
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, String> incidents = new LinkedHashMap<>();
    handle
        .createQuery(COLUMNS)
        .map((row, context) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
        .filter(column -> isOurs(column[0]))
        .forEach(
            column -> {
              if (isWord(column[2]) && !links.contains(column[0] + "." + column[1])) {
                words.computeIfAbsent(column[0], any -> new ArrayList<>()).add(column[1]);
              }
              if (column[1].equals("incident") && !isWord(column[2])) {
                incidents.put(column[0], column[1]);
              }
            });
    incidents.put("incident", "id");
    handle
        .createQuery(KEYS)
        .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(key -> keys.computeIfAbsent(key[0], any -> new ArrayList<>()).add(key[1]));
    return words.entrySet().stream()
        .map(
            table ->
                new Table(
                    table.getKey(),
                    keys.getOrDefault(table.getKey(), List.of()),
                    table.getValue(),
                    incidents.get(table.getKey())))
        .toList();
  }

  private static boolean isWord(String kind) {
    return kind.startsWith("char") || kind.equals("text");
  }

  private static boolean isOurs(String table) {
    return !table.startsWith("qrtz_")
        && !table.startsWith("forgotten")
        && !table.equals("flyway_schema_history");
  }
}
