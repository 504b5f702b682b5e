package dev.postmortem.storage.timeline;

import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Stretches;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Looks at stretches by Slack's timestamps, which are texts of one width; a note's key is none and
 * lies outside of every stretch. Entries are sought by the time that the timestamp stands for, as
 * there is an index for it.
 */
public final class SqlStretches implements Stretches {
  private static final String BETWEEN =
      " where incident = :incident and ts >= :oldest and ts <= :newest";
  private static final String BY_TIME = BETWEEN + " and said >= :from and said <= :to";
  private final Handle handle;

  public SqlStretches(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Message> messages(long incident, @Nullable String thread, Bounds bounds) {
    return query("select * from entry", incident, thread, bounds)
        .map((row, context) -> Entries.message(row))
        .list();
  }

  @Override
  public List<String> said(long incident, @Nullable String thread, Bounds bounds) {
    return query("select ts, kind from entry", incident, thread, bounds)
        .map((row, context) -> row.getString("kind").equals("event") ? "" : row.getString("ts"))
        .filter(ts -> !ts.isEmpty())
        .list();
  }

  private Query query(String select, long incident, @Nullable String thread, Bounds bounds) {
    String whose =
        thread == null ? " and thread is null" : " and (thread = :thread or ts = :thread)";
    String sql = select + BY_TIME + " and deleted_at is null" + whose + " order by ts";
    Query query = byTime(sql, incident, bounds);
    return thread == null ? query : query.bind("thread", thread);
  }

  private Query byTime(String sql, long incident, Bounds bounds) {
    return bounded(sql, incident, bounds)
        .bind("from", time(bounds.oldest()))
        .bind("to", time(bounds.newest()));
  }

  /** No timestamp at all is before every other, as it is among texts. */
  private static Instant time(String ts) {
    return SlackTime.isTs(ts) ? SlackTime.instant(ts) : Instant.EPOCH;
  }

  private Query bounded(String sql, long incident, Bounds bounds) {
    return handle
        .createQuery(sql)
        .bind("incident", incident)
        .bind("oldest", bounds.oldest())
        .bind("newest", bounds.newest());
  }

  @Override
  public List<KeptMark> marks(long incident, Bounds bounds) {
    return bounded("select * from mark" + BETWEEN + " and via <> :shortcut", incident, bounds)
        .bind("shortcut", Mark.SHORTCUT)
        .map((row, context) -> new KeptMark(SqlMarks.mark(row), row.getBoolean("withdrawn")))
        .list();
  }

  @Override
  public List<String> threads(long incident, Bounds bounds) {
    String sql = "select distinct thread from entry" + BY_TIME + " and thread is not null";
    return byTime(sql, incident, bounds).mapTo(String.class).list();
  }

  @Override
  public List<String> unseen(long incident, Instant since) {
    return handle
        .createQuery(
            """
            select distinct m.ts from mark m
            where m.incident = :incident and m.is_on and m.marked_at >= :since and not exists (
              select 1 from entry e where e.incident = m.incident and e.team = m.team
                and e.channel = m.channel and e.ts = m.ts)
            """)
        .bind("incident", incident)
        .bind("since", since)
        .mapTo(String.class)
        .list();
  }
}
