package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Where the data are, and all that differs between the databases that may be there. */
sealed interface Address permits H2Url, PostgresUrl {
  /**
   * Reads what an operator wrote.
   *
   * @throws DatabaseRefused when it is no address of a database that can be used, without its words
   */
  static Address of(String url) throws DatabaseRefused {
    if (url.startsWith(H2Url.PREFIX)) {
      return H2Url.of(url);
    }
    if (url.startsWith(PostgresUrl.PREFIX)) {
      return PostgresUrl.of(url);
    }
    throw DatabaseRefused.address("must start with jdbc:h2: or jdbc:postgresql:.");
  }

  /** The address as the driver gets it. */
  String text();

  /** The address as it may be shown to a person: without settings, so without a password. */
  String name();

  /** The same for everybody who means the same place, from wherever they look at it. */
  String place();

  /** The login of a program that copies everything: others can be told from it. */
  Properties copier(Properties login);

  /** A connection for work that takes long. */
  Connection session(Properties login) throws SQLException;

  /** The level of isolation in which all that is read is of one moment. */
  int isolation();

  /** How many connections of other programs of ours there are. */
  int others(Connection connection) throws SQLException;

  /** What the driver gets beside the address: who asks, and the settings that are needed. */
  Properties login(String user, String password);

  /** The folder of the migrations that only this kind of database needs. */
  String folder();

  /** What each session begins with. */
  String greeting();

  /** Whether other processes may have the same data open. */
  boolean isShared();

  /** What follows each commit so that it is on the disk. */
  Forcing forcing();

  /** Where a journal stands in front of the database, if one does; as H2 names files. */
  Optional<String> journal();

  /**
   * Begins with what has to be done to the data while they are open.
   *
   * @param first the connection that is open as long as the database is, when there is one
   */
  Upkeep upkeep(Connection first) throws DatabaseRefused;

  /** What is said before the last connection is closed. */
  Optional<String> farewell();

  /** Looks whether everything can be kept there that people write. */
  void inspect(Connection connection) throws SQLException, DatabaseRefused;

  /** Whether what could not be opened may be opened later, as it is. */
  DatabaseRefused.Hope hope(SQLException e);

  /** Why it cannot be opened, in a sentence. */
  String refusal(SQLException e);
}
