package dev.postmortem.storage.copy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables row by row, however long they are and their rows. */
final class Rows {
  /** What is fetched at once, in bytes or characters, about. */
  private static final long AT_ONCE = 2_000_000;

  private static final int MOST = 1_000;
  private static final int FIRST = 8;

  private Rows() {}

  /** Gets each row: its values in the order of the table's columns. */
  interface Sink {
    void row(@Nullable Object[] values) throws IOException, SQLException;
  }

  /** Shows every row, on a connection whose transaction goes on. */
  static void each(Connection connection, Table table, Sink sink) throws IOException, SQLException {
    List<Table.Column> columns = table.columns();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FIRST);
      try (ResultSet row = statement.executeQuery(table.select())) {
        long longest = 1;
        while (row.next()) {
          @Nullable Object[] values = new @Nullable Object[columns.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).kind().read(row, i + 1);
          }
          long size = size(values);
          if (size > longest || row.getFetchSize() == FIRST) {
            longest = Math.max(longest, size);
            row.setFetchSize((int) Math.max(1, Math.min(AT_ONCE / longest, MOST)));
          }
          sink.row(values);
        }
      }
    }
  }

  static Tally tally(Connection connection, Table table) throws SQLException {
    Tallying tallying = new Tallying();
    try {
      each(connection, table, tallying::add);
    } catch (IOException nothingIsWritten) {
      throw new IllegalStateException(nothingIsWritten);
    }
    return tallying.tally();
  }

  /** How much memory a row takes, about. */
  static long size(@Nullable Object[] values) {
    long size = 64;
    for (Object value : values) {
      if (value instanceof String words) {
        size += words.length();
      } else if (value instanceof byte[] bytes) {
        size += bytes.length;
      }
    }
    return size;
  }
}
