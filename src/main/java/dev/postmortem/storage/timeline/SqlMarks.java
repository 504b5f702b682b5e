package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.AnyOf;
import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jdbi.v3.core.statement.Update;

/** Who filed which message under which section, and by what. */
final class SqlMarks {
  private static final String INSERT =
      """
      insert into mark (incident, team, channel, ts, tag, marked_by, via, is_on, marked_at)
      values (:incident, :team, :channel, :ts, :tag, :by, :via, :on, :at)
      on conflict do nothing
      """;

  /** The later word wins; of two at the same instant the one that takes the mark away. */
  private static final String REPLACE =
      "update mark set is_on = :on, marked_at = :at, withdrawn = false"
          + Keys.WHERE
          + "and tag = :tag and marked_by = :by and via = :via "
          + "and (marked_at < :at or (marked_at = :at and is_on and not :on))";

  private static final String WITHDRAW =
      "update mark set withdrawn = true"
          + Keys.WHERE
          + "and tag = :tag and marked_by = :by and via = :via and marked_at = :at and is_on = :on";

  private static final String TAKE_AWAY =
      "update mark set is_on = false, marked_at = greatest(marked_at, :at), withdrawn = true"
          + Keys.WHERE
          + "and tag = :tag and is_on";

  /** Plain JDBC, as it is asked for every message; an incident has few marks. */
  private static final String AMONG =
      "select distinct incident, team, channel, ts from mark where is_on"
          + " and ts between ? and ? and incident in ";

  private final Handle handle;

  SqlMarks(Handle handle) {
    this.handle = handle;
  }

  void keep(long incident, Mark mark) {
    if (write(INSERT, incident, mark) == 0) {
      write(REPLACE, incident, mark);
    }
  }

  private int write(String sql, long incident, Mark mark) {
    Update update = Keys.bind(handle.createUpdate(sql), incident, mark.key());
    return update
        .bind("tag", mark.tag())
        .bind("by", mark.by())
        .bind("via", mark.via())
        .bind("on", mark.on())
        .bind("at", mark.at())
        .execute();
  }

  /** Takes everybody's mark away that files the message under the tag. */
  void takeAway(long incident, MessageKey key, String tag, Instant at) {
    Keys.bind(handle.createUpdate(TAKE_AWAY), incident, key)
        .bind("tag", tag)
        .bind("at", at)
        .execute();
  }

  /** That the mark is off is the word of a writer. */
  void withdraw(long incident, Mark mark) {
    write(WITHDRAW, incident, mark);
  }

  /** The sections under which somebody's mark files the message now. */
  List<String> tags(long incident, MessageKey key) {
    String sql = "select distinct tag from mark" + Keys.WHERE + "and is_on";
    return Keys.bind(handle.createQuery(sql), incident, key).mapTo(String.class).list();
  }

  /** Those of these messages that somebody's mark files anywhere; few ever are. */
  List<Belonging> among(List<Belonging> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    Set<Place> marked = near(all);
    return all.stream()
        .filter(one -> marked.contains(new Place(one.incident(), one.message().key())))
        .toList();
  }

  private Set<Place> near(List<Belonging> all) {
    List<Long> incidents = AnyOf.values(all.stream().map(Belonging::incident).distinct().toList());
    List<String> times = all.stream().map(one -> one.message().key().ts()).sorted().toList();
    String sql = AMONG + AnyOf.places(incidents.size());
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      statement.setString(1, times.get(0));
      statement.setString(2, times.get(times.size() - 1));
      for (int i = 0; i < incidents.size(); i++) {
        statement.setLong(i + 3, incidents.get(i));
      }
      return places(statement.executeQuery());
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }

  private static Set<Place> places(ResultSet rows) throws SQLException {
    Set<Place> found = new HashSet<>();
    while (rows.next()) {
      found.add(new Place(rows.getLong("incident"), Keys.key(rows)));
    }
    return found;
  }

  /** The same for all messages of an incident. */
  Map<MessageKey, SortedSet<String>> tags(long incident) {
    Map<MessageKey, SortedSet<String>> tags = new HashMap<>();
    handle
        .createQuery("select team, channel, ts, tag from mark where incident = :incident and is_on")
        .bind("incident", incident)
        .map((row, context) -> Map.entry(Keys.key(row), row.getString("tag")))
        .forEach(
            tag -> tags.computeIfAbsent(tag.getKey(), k -> new TreeSet<>()).add(tag.getValue()));
    return tags;
  }

  /** Every word about the marks of a channel. */
  List<Kept> ofChannel(String team, String channel) {
    return handle
        .createQuery("select * from mark where team = :team and channel = :channel")
        .bind("team", team)
        .bind("channel", channel)
        .map(
            (row, context) ->
                new Kept(row.getLong("incident"), mark(row), row.getBoolean("withdrawn")))
        .list();
  }

  static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        Keys.key(row),
        row.getString("tag"),
        row.getString("marked_by"),
        row.getString("via"),
        row.getBoolean("is_on"),
        Times.instant(row, "marked_at"));
  }

  /** A mark, the incident it belongs to, and whether a writer took it away. */
  record Kept(long incident, Mark mark, boolean withdrawn) {}

  private record Place(long incident, MessageKey key) {}
}
