package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads entries: few queries, however long the incident was. */
final class Entries {
  private static final String SELECT =
      """
      select e.incident, e.team, e.channel, e.ts, e.kind, e.author, e.label, e.raw, e.plain,
        e.thread, e.version, e.edited, e.said,
        a.happened_at, a.raw as shown_raw, a.plain as shown_plain, a.hidden
      from entry e
      left join amendment a on a.incident = e.incident and a.team = e.team
        and a.channel = e.channel and a.ts = e.ts
      where e.incident = :incident and e.deleted_at is null
      """;

  /** From the index alone; what was taken back is counted beside it. */
  private static final String SIZE =
      """
      select (select count(*) from entry where incident = :incident)
        - (select count(*) from buried where incident = :incident)
      """;

  /** In Java, because the order of two texts differs between databases. */
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparing(Entry::at)
          .thenComparing(entry -> entry.key().ts())
          .thenComparing(entry -> entry.key().channel());

  private final Handle handle;
  private final SqlMarks marks;

  Entries(Handle handle, SqlMarks marks) {
    this.handle = handle;
    this.marks = marks;
  }

  List<Entry> of(long incident) {
    return list(incident, handle.createQuery(SELECT));
  }

  /** Few of many are filed, so each is read by its key. */
  List<Entry> filed(long incident) {
    return each(incident, marks.tags(incident).keySet());
  }

  int size(long incident) {
    return handle.createQuery(SIZE).bind("incident", incident).mapTo(Integer.class).one();
  }

  /** Only the keys of the stretch are sought by time; the rest of its entries is read by them. */
  List<Entry> latest(long incident, int skip, int most) {
    return each(incident, new Latest(handle, incident).keys(skip, most));
  }

  private List<Entry> each(long incident, Collection<MessageKey> keys) {
    Map<MessageKey, SortedSet<String>> tags = marks.tags(incident);
    List<Entry> entries = new ArrayList<>();
    for (MessageKey key : keys) {
      find(incident, key, tags.getOrDefault(key, Collections.emptySortedSet()))
          .ifPresent(entries::add);
    }
    entries.sort(IN_ORDER);
    return Collections.unmodifiableList(entries);
  }

  private List<Entry> list(long incident, Query query) {
    Map<MessageKey, SortedSet<String>> tags = marks.tags(incident);
    List<Entry> entries =
        query
            .bind("incident", incident)
            .map((row, context) -> entry(row, tags))
            .collect(Collectors.toCollection(ArrayList::new));
    entries.sort(IN_ORDER);
    return Collections.unmodifiableList(entries);
  }

  Optional<Entry> find(long incident, MessageKey key, SortedSet<String> tags) {
    String sql = SELECT + " and e.team = :team and e.channel = :channel and e.ts = :ts";
    return Keys.bind(handle.createQuery(sql), incident, key)
        .map((row, context) -> entry(row, Map.of(key, tags)))
        .findOne();
  }

  private static Entry entry(ResultSet row, Map<MessageKey, SortedSet<String>> tags)
      throws SQLException {
    Message message = message(row);
    SortedSet<String> own = tags.getOrDefault(message.key(), Collections.emptySortedSet());
    return new Entry(
        row.getLong("incident"), message, Times.instant(row, "said"), amendment(row), own);
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        Keys.key(row),
        kind(row),
        row.getString("author"),
        row.getString("label"),
        row.getString("raw"),
        row.getString("plain"),
        row.getString("thread"),
        Times.instant(row, "version"),
        row.getBoolean("edited"));
  }

  static Kind kind(ResultSet row) throws SQLException {
    return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
  }

  private static Amendment amendment(ResultSet row) throws SQLException {
    return new Amendment(
        Times.instantOrNull(row, "happened_at"),
        row.getString("shown_raw"),
        Objects.requireNonNullElse(row.getString("shown_plain"), ""),
        row.getBoolean("hidden"));
  }
}
