package dev.postmortem.storage.draft;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
   * @param sql has a column {@code incident}, and {@code %s} behind what must be one of the chosen
   */
  <T> Map<Long, List<T>> parts(String sql, RowMapper<T> mapper) {
    return groups(sql, mapper, Function.identity());
  }

  /** Like {@link #parts}, where a part takes several rows. */
  <R, T> Map<Long, List<T>> groups(
      String sql, RowMapper<R> mapper, Function<List<R>, List<T>> join) {
    return handle
        .createQuery(sql.formatted("in (select id from incident where " + condition + ")"))
        .bindMap(values)
        .map((row, context) -> Map.entry(row.getLong("incident"), mapper.map(row, context)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(
                    Map.Entry::getValue, Collectors.collectingAndThen(Collectors.toList(), join))));
  }
}
