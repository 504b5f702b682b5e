package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.MessageKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The latest entries by the time at which they happened. Almost all happened when they were said,
 * and these come from an index in their order; the few that somebody moved are put among them.
 */
final class Latest {
  /** As the index runs: H2 takes it for the order only when both begin and turn alike. */
  private static final String BY_TIME =
      """
      select team, channel, ts, said as at from entry
      where incident = :incident and deleted_at is null
      order by incident desc, said desc
      fetch first :most rows only
      """;

  private static final String MOVED =
      """
      select e.team, e.channel, e.ts, a.happened_at as at
      from amendment a join entry e on e.incident = a.incident and e.team = a.team
        and e.channel = a.channel and e.ts = a.ts
      where a.incident = :incident and a.happened_at is not null and e.deleted_at is null
      """;

  private static final Comparator<At> LATEST_FIRST =
      Comparator.comparing(At::at)
          .thenComparing(at -> at.key().ts())
          .thenComparing(at -> at.key().channel())
          .reversed();

  private final Handle handle;
  private final long incident;

  Latest(Handle handle, long incident) {
    this.handle = handle;
    this.incident = incident;
  }

  List<MessageKey> keys(int skip, int most) {
    List<At> moved =
        handle.createQuery(MOVED).bind("incident", incident).map((row, c) -> at(row)).list();
    Set<MessageKey> elsewhere = moved.stream().map(At::key).collect(Collectors.toSet());
    List<At> all = new ArrayList<>(moved);
    handle
        .createQuery(BY_TIME)
        .bind("incident", incident)
        .bind("most", skip + most + moved.size())
        .map((row, c) -> at(row))
        .filter(at -> !elsewhere.contains(at.key()))
        .forEach(all::add);
    return all.stream().sorted(LATEST_FIRST).skip(skip).limit(most).map(At::key).toList();
  }

  private static At at(ResultSet row) throws SQLException {
    return new At(Keys.key(row), Times.instant(row, "at"));
  }

  private record At(MessageKey key, Instant at) {}
}
