package dev.postmortem.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A choice of incidents, and the way to read their parts.
 *
 * @param condition on the columns of {@code incident}
 */
record Which(Handle handle, String condition, Map<String, ?> values) {

  /**
   * The parts of the chosen incidents, in the order of the query.
   *
   * @param sql has a column {@code incident}, and {@code %s} where the choice is to stand
   */
  <T> Map<Long, List<T>> parts(String sql, RowMapper<T> mapper) {
    String chosen = "incident in (select id from incident where " + condition + ")";
    return handle
        .createQuery(sql.formatted(chosen))
        .bindMap(values)
        .map((row, context) -> Map.entry(row.getLong("incident"), mapper.map(row, context)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
