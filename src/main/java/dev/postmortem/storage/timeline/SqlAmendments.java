package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Keys;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.MessageKey;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What the writers of the post-mortem changed about entries. */
final class SqlAmendments {
  private final Handle handle;

  SqlAmendments(Handle handle) {
    this.handle = handle;
  }

  void save(long incident, MessageKey key, Amendment amendment) {
    String update =
        "update amendment set happened_at = :at, raw = :raw, plain = :plain, hidden = :hidden";
    if (write(update + Keys.WHERE, incident, key, amendment) == 0) {
      String insert =
          """
          insert into amendment (incident, team, channel, ts, happened_at, raw, plain, hidden)
          values (:incident, :team, :channel, :ts, :at, :raw, :plain, :hidden)
          """;
      write(insert, incident, key, amendment);
    }
  }

  private int write(String sql, long incident, MessageKey key, Amendment amendment) {
    Update update = Keys.bind(handle.createUpdate(sql), incident, key);
    return update
        .bindByType("at", amendment.at(), Instant.class)
        .bind("raw", amendment.raw())
        .bind("plain", amendment.plain())
        .bind("hidden", amendment.hidden())
        .execute();
  }

  /** The message was taken back, so its rewritten words go too. */
  void forget(long incident, MessageKey key) {
    Keys.bind(handle.createUpdate("delete from amendment" + Keys.WHERE), incident, key).execute();
  }
}
