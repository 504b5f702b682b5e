package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.column.Words;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A message as a row of the timeline, but for its incident, in statements of many rows. */
final class MessageRow {
  static final String COLUMNS =
      "team, channel, ts, kind, author, label, raw, plain, thread, version, edited, said";

  /** How many columns that are. */
  static final int WIDTH = 12;

  private MessageRow() {}

  /**
   * Gives a statement the values of a row, in the order of the columns.
   *
   * @param at the number of the parameter before the first
   */
  static void bind(PreparedStatement row, int at, Message message) throws SQLException {
    MessageKey key = message.key();
    row.setString(at + 1, key.team());
    row.setString(at + 2, key.channel());
    row.setString(at + 3, key.ts());
    row.setString(at + 4, message.kind().word());
    row.setString(at + 5, Words.kept(message.author()));
    row.setString(at + 6, Words.kept(message.label()));
    row.setString(at + 7, Words.kept(message.raw()));
    row.setString(at + 8, Words.kept(message.plain()));
    row.setString(at + 9, Words.kept(message.thread()));
    row.setObject(at + 10, utc(message.version()));
    row.setBoolean(at + 11, message.edited());
    row.setObject(at + 12, utc(SqlMessages.said(key, message.version())));
  }

  private static OffsetDateTime utc(Instant instant) {
    return Times.kept(instant).atOffset(ZoneOffset.UTC);
  }
}
