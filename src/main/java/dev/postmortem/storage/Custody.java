package dev.postmortem.storage;

import dev.postmortem.storage.column.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a database says of itself while its data are taken from one to another: a bot refuses to
 * work with it.
 *
 * @param other where they come from or went to
 */
public record Custody(State state, String other, Instant since) {
  /** The table in which it stands. It is about the database, so it is not copied. */
  public static final String TABLE = "custody";

  /** Why a bot must leave the database alone. */
  public enum State {
    /** A move fills it, and is not finished. */
    MOVING_IN,
    /** A backup fills it, and is not finished. */
    RESTORING,
    /** A bot works with a copy of it elsewhere. */
    MOVED_OUT
  }

  /** What the database says; nothing when it is one to work with, or older than such marks. */
  public static Optional<Custody> of(Connection connection) throws SQLException {
    try (ResultSet there =
        connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
      if (!there.next()) {
        return Optional.empty();
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select state, other, since from " + TABLE)) {
      return row.next()
          ? Optional.of(
              new Custody(
                  State.valueOf(row.getString(1)), row.getString(2), Times.instant(row, "since")))
          : Optional.empty();
    }
  }

  /** Says it, in place of what was said before. */
  public void write(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into " + TABLE + " (state, other, since) values (?, ?, ?)")) {
      clear(connection);
      insert.setString(1, state.name());
      insert.setString(2, other);
      insert.setObject(3, Times.kept(since).atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** From now on the database is one to work with. */
  public static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from " + TABLE);
    }
  }

  static void refuse(Connection connection, Address address) throws SQLException, DatabaseRefused {
    Optional<Custody> custody = of(connection);
    if (custody.isPresent()) {
      throw new DatabaseRefused(custody.get().refusal(address.name()), null);
    }
  }

  /** Why a bot does not work with the database of this name, and what to do. */
  public String refusal(String name) {
    String when = since.truncatedTo(ChronoUnit.SECONDS).toString();
    return switch (state) {
      case MOVING_IN ->
          "The database "
              + name
              + " is not whole: the move from "
              + other
              + " that began at "
              + when
              + " is not finished. Run the same move again; it goes on where it stopped.";
      case RESTORING ->
          "The database "
              + name
              + " is not whole: restoring "
              + other
              + " began at "
              + when
              + " and is not finished. Run restore again; it begins anew.";
      case MOVED_OUT ->
          "What the database "
              + name
              + " keeps was moved to "
              + other
              + " at "
              + when
              + ". Set PM_DATABASE_URL to that. To work with this old copy all the same, and lose"
              + " what was said since, run move --undo --from with its address; let no bot work"
              + " with the other.";
    };
  }
}
