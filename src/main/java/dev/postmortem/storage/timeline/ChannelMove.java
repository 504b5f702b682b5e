package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives all that is kept for a channel another id. Slack may have delivered the same message under
 * both ids; then the two become one, by the same rules as two deliveries under one id.
 */
final class ChannelMove {
  private static final String KEPT_UNDER_BOTH =
      " where team = :team and channel = :from and exists (select 1 from %1$s n"
          + " where n.incident = %1$s.incident and n.team = %1$s.team"
          + " and n.channel = :to and n.ts = %1$s.ts)";

  private final Handle handle;
  private final SqlMessages messages;
  private final SqlMarks marks;
  private final String team;
  private final String from;
  private final String to;

  ChannelMove(Handle handle, String team, String from, String to) {
    this.handle = handle;
    this.messages = new SqlMessages(handle);
    this.marks = new SqlMarks(handle);
    this.team = team;
    this.from = from;
    this.to = to;
  }

  void run() {
    moveMarks();
    joinMessages();
    for (String table : List.of("amendment", "entry_revision", "picture_shown", "entry")) {
      change("delete from " + table + KEPT_UNDER_BOTH.formatted(table));
      change("update " + table + " set channel = :to where team = :team and channel = :from");
    }
    for (String table : List.of("task", "question")) {
      change(
          "update "
              + table
              + " set source_channel = :to where source_team = :team and source_channel = :from");
    }
    rename("update posting set channel = :to where channel = :from");
    rename("update letter set recipient = :to where recipient = :from");
  }

  private void moveMarks() {
    for (SqlMarks.Kept kept : marks.ofChannel(team, from)) {
      marks.keep(kept.incident(), moved(kept.mark()));
      if (kept.withdrawn()) {
        marks.withdraw(kept.incident(), moved(kept.mark()));
      }
    }
    handle.execute("delete from mark where team = ? and channel = ?", team, from);
  }

  private void joinMessages() {
    String both = "select * from entry" + KEPT_UNDER_BOTH.formatted("entry");
    List<Copy> copies =
        handle
            .createQuery(both)
            .bind("team", team)
            .bind("from", from)
            .bind("to", to)
            .map((row, context) -> copy(row))
            .list();
    for (Copy copy : copies) {
      if (copy.deleted() == null) {
        messages.keep(copy.incident(), copy.message());
      } else {
        messages.delete(copy.incident(), copy.message().key(), copy.deleted());
      }
    }
  }

  private Copy copy(ResultSet row) throws SQLException {
    Message old = Entries.message(row);
    Message message = old.under(moved(old.key()));
    return new Copy(row.getLong("incident"), message, Times.instantOrNull(row, "deleted_at"));
  }

  private Mark moved(Mark mark) {
    return new Mark(moved(mark.key()), mark.tag(), mark.by(), mark.via(), mark.on(), mark.at());
  }

  private MessageKey moved(MessageKey key) {
    return new MessageKey(key.team(), to, key.ts());
  }

  private void change(String sql) {
    handle.createUpdate(sql).bind("team", team).bind("from", from).bind("to", to).execute();
  }

  private void rename(String sql) {
    handle.createUpdate(sql).bind("from", from).bind("to", to).execute();
  }

  private record Copy(long incident, Message message, @Nullable Instant deleted) {}
}
