package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Has H2 write to the file what it holds in memory, and force the file to the disk.
 *
 * <p>{@code CHECKPOINT SYNC} does not suffice: twice a second a thread of H2's own takes what was
 * committed and writes it in the background. A checkpoint that comes then finds nothing to write,
 * and returns before that thread is done.
 */
final class H2Forcing implements Forcing {
  @Override
  public void force(Connection connection) throws SQLException {
    MVStore file = file(connection);
    try {
      file.commit();
      // runs when everything that was handed to the background before it is written
      file.executeFilestoreOperation(() -> {});
      file.sync();
    } catch (MVStoreException failed) {
      throw new SQLException("The database file cannot be written", failed);
    }
  }

  /** The file behind a connection. */
  static MVStore file(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
