package dev.postmortem.storage.privacy;

import dev.postmortem.draft.privacy.Forgetting.Whom;
import dev.postmortem.draft.privacy.Rewording;
import dev.postmortem.storage.privacy.Schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of one table in which somebody occurs. */
final class Rows {
  /** Slack's JSON says again what stands beside it in words; names are counted there. */
  private static final String AGAIN = "raw";

  private final Handle handle;
  private final Table table;
  private final Whom whom;

  Rows(Handle handle, Table table, Whom whom) {
    this.handle = handle;
    this.table = table;
    this.whom = whom;
  }

  /** In which post-mortems. */
  List<Long> incidents() {
    String sql = "select distinct " + table.incident() + " from " + table.name() + " where ";
    return bound(handle.createQuery(sql + found())).mapTo(Long.class).list();
  }

  /** Changes them, or only counts. */
  Count reword(@Nullable Long incident, boolean dry) {
    Rewording rewording = whom.rewording();
    int rows = 0;
    int named = 0;
    for (Row row : rows(incident)) {
      Map<String, String> now = new LinkedHashMap<>();
      for (Map.Entry<String, String> text : row.words().entrySet()) {
        Rewording.Reworded reworded = rewording.of(text.getValue());
        if (reworded.isChanged()) {
          now.put(text.getKey(), reworded.text());
          named += text.getKey().equals(AGAIN) ? 0 : reworded.named();
        }
      }
      rows += now.isEmpty() ? 0 : 1;
      if (!now.isEmpty() && !dry) {
        change(row, now);
      }
    }
    return new Count(rows, named);
  }

  private List<Row> rows(@Nullable Long incident) {
    List<String> all = new ArrayList<>(table.keys());
    table.words().stream().filter(word -> !all.contains(word)).forEach(all::add);
    String sql =
        "select "
            + String.join(", ", all)
            + " from "
            + table.name()
            + " where "
            + (incident == null ? "" : table.incident() + " = " + incident + " and ")
            + found();
    return bound(handle.createQuery(sql)).map((row, context) -> row(row)).list();
  }

  private Row row(ResultSet row) throws SQLException {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (String key : table.keys()) {
      Object value = row.getObject(key);
      keys.put(
          key,
          value instanceof java.sql.Timestamp ? row.getObject(key, OffsetDateTime.class) : value);
    }
    Map<String, String> words = new LinkedHashMap<>();
    for (String column : table.words()) {
      String value = row.getString(column);
      if (value != null) {
        words.put(column, value);
      }
    }
    return new Row(keys, words);
  }

  /** Where the pseudonym stands already, in a row that was written meanwhile, that one is kept. */
  private void change(Row row, Map<String, String> now) {
    Map<String, Object> keys = new LinkedHashMap<>(row.keys());
    keys.replaceAll((key, value) -> now.containsKey(key) ? now.get(key) : value);
    if (!keys.equals(row.keys()) && isThere(keys)) {
      where(row.keys(), "delete from " + table.name(), Map.of());
    } else {
      String changes =
          now.keySet().stream()
              .map(column -> column + " = :now_" + column)
              .collect(Collectors.joining(", "));
      where(row.keys(), "update " + table.name() + " set " + changes, now);
    }
  }

  private boolean isThere(Map<String, Object> keys) {
    var query = handle.createQuery("select count(*) from " + table.name() + condition(keys));
    keys.forEach(query::bind);
    return query.mapTo(Integer.class).one() > 0;
  }

  private void where(Map<String, Object> keys, String sql, Map<String, String> now) {
    var update = handle.createUpdate(sql + condition(keys));
    keys.forEach(update::bind);
    now.forEach((column, value) -> update.bind("now_" + column, value));
    update.execute();
  }

  private static String condition(Map<String, Object> keys) {
    return keys.keySet().stream()
        .map(key -> key + " = :" + key)
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  /** Wider than what is changed, as whole words are only told apart afterwards. */
  private String found() {
    List<String> conditions = new ArrayList<>();
    for (String column : table.words()) {
      conditions.add("position(:id in " + column + ") > 0");
      for (int i = 0; i < names().size(); i++) {
        conditions.add("position(:name" + i + " in " + column + ") > 0");
        conditions.add("position(:small" + i + " in lower(" + column + ")) > 0");
      }
    }
    return "(" + String.join(" or ", conditions) + ")";
  }

  private List<String> names() {
    return whom.names().stream().sorted().toList();
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    S bound = statement.bind("id", whom.id());
    for (int i = 0; i < names().size(); i++) {
      bound.bind("name" + i, names().get(i));
      bound.bind("small" + i, names().get(i).toLowerCase(Locale.ROOT));
    }
    return bound;
  }

  private record Row(Map<String, Object> keys, Map<String, String> words) {}

  /** How many rows, and how often a name stood in them. */
  record Count(int rows, int named) {}
}
