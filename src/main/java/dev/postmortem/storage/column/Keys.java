package dev.postmortem.storage.column;

import dev.postmortem.timeline.MessageKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The key of a message in the columns {@code team}, {@code channel} and {@code ts}. */
public final class Keys {
  /** Finds the rows of one message of one incident. */
  public static final String WHERE =
      " where incident = :incident and team = :team and channel = :channel and ts = :ts ";

  private Keys() {}

  public static <S extends SqlStatement<S>> S bind(S statement, long incident, MessageKey key) {
    return bind(statement.bind("incident", incident), key);
  }

  public static <S extends SqlStatement<S>> S bind(S statement, @Nullable MessageKey key) {
    return statement
        .bind("team", key == null ? null : key.team())
        .bind("channel", key == null ? null : key.channel())
        .bind("ts", key == null ? null : key.ts());
  }

  public static MessageKey key(ResultSet row) throws SQLException {
    return new MessageKey(row.getString("team"), row.getString("channel"), row.getString("ts"));
  }

  /** What a task or a question was made from, if anything. */
  public static @Nullable MessageKey source(ResultSet row) throws SQLException {
    String ts = row.getString("source_ts");
    return ts == null
        ? null
        : new MessageKey(row.getString("source_team"), row.getString("source_channel"), ts);
  }
}
