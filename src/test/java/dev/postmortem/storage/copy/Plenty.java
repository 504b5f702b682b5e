package dev.postmortem.storage.copy;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.Site;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;

/** Very much of what takes much room: entries, and pieces of pictures. */
public final class Plenty {
  private static final int PIECE = 1_000_000;

  private Plenty() {}

  /** Fills a database that a bot could open. */
  public static void fill(Site site, int entries, int pieces) throws Exception {
    try (Database database = Sides.open(site);
        Connection connection = database.session()) {
      connection.setAutoCommit(false);
      entries(connection, entries);
      pieces(connection, pieces);
      connection.commit();
    }
  }

  /** How many rows each table has, and the sum of what is in them. */
  public static Map<String, Tally> tallies(Site site) throws Exception {
    Map<String, Tally> tallies = new java.util.TreeMap<>();
    try (Database database = Database.asItIs(site);
        Connection connection = database.snapshot()) {
      for (Table table : Schema.of(connection).tables()) {
        tallies.put(table.name(), Rows.tally(connection, table));
      }
    }
    return tallies;
  }

  private static void entries(Connection connection, int count) throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into entry (incident, team, channel, ts, kind, author, label, raw, plain,"
                + " version, edited, said) values (1, 'T1', 'C1', ?, 'MESSAGE', 'U1', '', ?, ?, ?,"
                + " false, ?)")) {
      for (int i = 0; i < count; i++) {
        Instant said = Instant.ofEpochSecond(1_790_000_000L + i, 123_456_000);
        insert.setString(1, said.getEpochSecond() + ".123456");
        insert.setString(2, "{\"text\":\"" + "it is the queue, said one, ".repeat(10) + i + "\"}");
        insert.setString(3, "it is the queue " + i);
        insert.setObject(4, said.atOffset(ZoneOffset.UTC));
        insert.setObject(5, said.atOffset(ZoneOffset.UTC));
        insert.addBatch();
        if (i % 500 == 499) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
    }
  }

  private static void pieces(Connection connection, int count) throws Exception {
    try (Statement picture = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("insert into picture_piece values ('T1', 'F1', ?, ?)")) {
      picture.execute(
          "insert into picture (team, file, name, mime, url, declared, reason, attempts)"
              + " values ('T1', 'F1', 'screen.png', 'image/png', '', 1, '', 0)");
      byte[] piece = new byte[PIECE];
      for (int i = 0; i < count; i++) {
        new Random(i).nextBytes(piece);
        insert.setInt(1, i);
        insert.setBytes(2, piece);
        insert.executeUpdate();
        connection.commit();
      }
    }
  }
}
