package dev.postmortem.storage.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What becomes of letters that were still to be sent when everything was copied. */
final class Unsent {
  private Unsent() {}

  /**
   * Whoever carried them works with the old database. They may have arrived, so Slack is asked
   * before they are sent again.
   */
  static void handBack(Connection connection) throws SQLException {
    order(
        connection,
        "update letter set state = 'WAITING', in_doubt = true, taken_until = null"
            + " where state = 'TAKEN'");
  }

  /** The bot went on after the backup, so it may have sent any of them. */
  static void doubt(Connection connection) throws SQLException {
    handBack(connection);
    order(connection, "update letter set in_doubt = true where state = 'WAITING'");
  }

  private static void order(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
