package dev.postmortem.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A bare Bolt that inserts each event into a table of PostgreSQL before it answers, by a statement
 * that is prepared, in the thread that heard it: the least that an answer which is in a database
 * costs on this machine. It looks for nothing, and makes no sense of what it keeps.
 */
public final class InsertingBolt {
  private static final int CONNECTIONS = 4;
  private final BlockingQueue<PreparedStatement> idle = new LinkedBlockingQueue<>();

  private InsertingBolt(String url) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      Connection connection = DriverManager.getConnection(url, "postgres", "");
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create table if not exists heard"
                + " (number bigint generated always as identity primary key, event text)");
      }
      idle.add(connection.prepareStatement("insert into heard (event) values (?)"));
    }
  }

  /** Serves until the process is ended; the argument is the address of the database. */
  public static void main(String[] args) throws Exception {
    InsertingBolt inserting = new InsertingBolt(args[0]);
    BareBolt.serveAfter(inserting::keep);
  }

  private void keep(String event) throws SQLException, InterruptedException {
    PreparedStatement insert = idle.take();
    try {
      insert.setString(1, event);
      insert.executeUpdate();
    } finally {
      idle.add(insert);
    }
  }
}
