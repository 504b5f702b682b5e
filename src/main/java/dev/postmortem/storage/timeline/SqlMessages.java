package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Voice;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The messages, each in its newest version, with the versions before it in a table beside. */
final class SqlMessages {
  private static final String INSERT =
      """
      insert into entry (incident, team, channel, ts, kind, author, label, raw, plain, thread,
        version, edited, said, deleted_at)
      values (:incident, :team, :channel, :ts, :kind, :author, :label, :raw, :plain, :thread,
        :version, :edited, :said, :deleted)
      on conflict do nothing
      """;
  private static final String REPLACE =
      """
      update entry set kind = :kind, author = :author, label = :label, raw = :raw, plain = :plain,
        thread = :thread, version = :version, edited = :edited
      """
          + Keys.WHERE;
  private static final String BURY =
      """
      update entry set deleted_at = :deleted, author = null, label = '', raw = '', plain = '',
        thread = null
      """
          + Keys.WHERE
          + "and deleted_at is null";
  private static final String COUNT_AS_BURIED =
      "insert into buried (incident, team, channel, ts) values (:incident, :team, :channel, :ts)"
          + " on conflict do nothing";
  private static final String COPY_TO_REVISIONS =
      """
      insert into entry_revision (incident, team, channel, ts, version, raw, plain, edited)
      select incident, team, channel, ts, version, raw, plain, edited from entry
      """
          + Keys.WHERE
          + "on conflict do nothing";
  private static final String ADD_REVISION =
      """
      insert into entry_revision (incident, team, channel, ts, version, raw, plain, edited)
      values (:incident, :team, :channel, :ts, :version, :raw, :plain, :edited)
      on conflict do nothing
      """;

  private final Handle handle;

  SqlMessages(Handle handle) {
    this.handle = handle;
  }

  /** Inserts first: almost every message is new. */
  boolean keep(long incident, Message message) {
    return insert(incident, message, null) == 1 || join(incident, message);
  }

  /** Keeps a message whose key is known already; answers whether anything changed. */
  boolean join(long incident, Message message) {
    Standing standing = standing(incident, message.key()).orElseThrow(SqlMessages::withdrawn);
    return !standing.deleted() && keepBeside(standing, incident, message);
  }

  /**
   * Somebody who wrote the same key stood in the way and then took everything back: the message is
   * nowhere, and the whole piece of work must be done again.
   */
  private static UnableToProduceResultException withdrawn() {
    return new UnableToProduceResultException(
        new SQLTransactionRollbackException("the row in the way is gone", "40001"));
  }

  private boolean keepBeside(Standing standing, long incident, Message message) {
    dateNote(standing, incident, message);
    int order = Times.kept(message.version()).compareTo(standing.version());
    if (order < 0) {
      words(Keys.bind(handle.createUpdate(ADD_REVISION), incident, message.key()), message)
          .execute();
    }
    if (order <= 0) {
      return false;
    }
    Keys.bind(handle.createUpdate(COPY_TO_REVISIONS), incident, message.key()).execute();
    full(Keys.bind(handle.createUpdate(REPLACE), incident, message.key()), message).execute();
    return true;
  }

  /**
   * A note has no time of Slack's: it was said when its first version was written, whichever
   * version is heard of first.
   */
  private void dateNote(Standing standing, long incident, Message message) {
    Instant said = said(message.key(), message.version());
    if (said.isBefore(standing.said())) {
      Keys.bind(
              handle.createUpdate("update entry set said = :said" + Keys.WHERE),
              incident,
              message.key())
          .bind("said", said)
          .execute();
    }
  }

  /**
   * Takes the words away, also those of earlier versions, and leaves the key: what a person took
   * back is not kept, and it is not taken in again when Slack delivers it late.
   */
  void delete(long incident, MessageKey key, Instant at) {
    Keys.bind(handle.createUpdate(COUNT_AS_BURIED), incident, key).execute();
    Message grave = new Message(key, Kind.MESSAGE, null, "", "", "", null, at, false);
    if (insert(incident, grave, at) == 1) {
      return;
    }
    Keys.bind(handle.createUpdate(BURY), incident, key)
        .bindByType("deleted", at, Instant.class)
        .execute();
    Keys.bind(handle.createUpdate("delete from entry_revision" + Keys.WHERE), incident, key)
        .execute();
  }

  List<Voice> voices(long incident) {
    return handle
        .createQuery(
            """
            select e.author, e.kind, count(*) as messages from entry e
            left join amendment a on a.incident = e.incident and a.team = e.team
              and a.channel = e.channel and a.ts = e.ts
            where e.incident = :incident and e.deleted_at is null and e.author is not null
            group by e.author, e.kind
            order by min(coalesce(a.happened_at, e.said)), e.author
            """)
        .bind("incident", incident)
        .map(
            (row, context) ->
                new Voice(row.getString("author"), Entries.kind(row), row.getInt("messages")))
        .list();
  }

  int deleted(long incident) {
    return handle
        .createQuery(
            """
            select (select count(*) from buried where incident = :incident)
              + coalesce((select deleted from removal where incident = :incident), 0)
            """)
        .bind("incident", incident)
        .mapTo(Integer.class)
        .one();
  }

  private int insert(long incident, Message message, @Nullable Instant deleted) {
    return full(Keys.bind(handle.createUpdate(INSERT), incident, message.key()), message)
        .bind("said", said(message.key(), message.version()))
        .bindByType("deleted", deleted, Instant.class)
        .execute();
  }

  private static Update full(Update update, Message message) {
    return words(update, message)
        .bind("kind", message.kind().word())
        .bind("author", message.author())
        .bind("label", message.label())
        .bind("thread", message.thread());
  }

  private static Update words(Update update, Message message) {
    return update
        .bind("raw", message.raw())
        .bind("plain", message.plain())
        .bind("version", message.version())
        .bind("edited", message.edited());
  }

  static Instant said(MessageKey key, Instant version) {
    return SlackTime.isTs(key.ts()) ? SlackTime.instant(key.ts()) : Times.kept(version);
  }

  /** What is kept under the key, held until the transaction ends. */
  private Optional<Standing> standing(long incident, MessageKey key) {
    String sql = "select version, said, deleted_at from entry" + Keys.WHERE + "for update";
    return Keys.bind(handle.createQuery(sql), incident, key)
        .map(
            (row, context) ->
                new Standing(
                    Times.instant(row, "version"),
                    Times.instant(row, "said"),
                    Times.instantOrNull(row, "deleted_at") != null))
        .findOne();
  }

  private record Standing(Instant version, Instant said, boolean deleted) {}
}
