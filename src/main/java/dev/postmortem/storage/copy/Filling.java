package dev.postmortem.storage.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a table, many at once; each lot is a transaction. Rows that are there already
 * are left as they are, so it can be begun again after it was broken off.
 */
final class Filling implements AutoCloseable, Rows.Sink {
  private static final int ROWS = 500;
  private static final long BYTES = 4_000_000;

  private final Connection connection;
  private final Table table;
  private final PreparedStatement insert;
  private int waiting;
  private long bytes;

  /** Into this table, on a connection that does not commit by itself. */
  Filling(Connection connection, Table table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.insert = connection.prepareStatement(table.insert());
  }

  @Override
  public void row(@Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      table.columns().get(i).kind().bind(insert, i + 1, values[i]);
    }
    insert.addBatch();
    waiting++;
    bytes += Rows.size(values);
    if (waiting >= ROWS || bytes >= BYTES) {
      flush();
    }
  }

  /** Writes what still waits. */
  void flush() throws SQLException {
    if (waiting > 0) {
      insert.executeBatch();
      connection.commit();
      waiting = 0;
      bytes = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
