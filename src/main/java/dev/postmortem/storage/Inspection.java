package dev.postmortem.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to know of a database before it is used. Nothing is written, and tables
 * are not brought up to date.
 *
 * @param summary what it is, in a few words
 * @param faults sentences; with one of them the bot cannot work
 * @param notes worth knowing
 */
public record Inspection(String summary, List<String> faults, List<String> notes) {
  private static final long LEAST_BYTES = 100L << 20;
  private static final long FEW_BYTES = 1L << 30;
  private static final String READ_ONLY =
      "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean";
  private static final String FREE =
      "select current_setting('max_connections')::int"
          + " - current_setting('superuser_reserved_connections')::int"
          + " - (select count(*) from pg_stat_activity where backend_type = 'client backend')";

  /**
   * Looks into a database.
   *
   * @throws DatabaseRefused when it cannot be opened, with the reason
   */
  public static Inspection of(String url, String user, String password) throws DatabaseRefused {
    Address address = Address.of(url);
    Inspection seen = new Inspection("", new ArrayList<>(), new ArrayList<>());
    if (address instanceof H2Url h2 && h2.isFile()) {
      Path file = Path.of(h2.name() + ".mv.db").toAbsolutePath();
      seen.look(file);
      if (!Files.exists(file)) {
        return seen.named("it is made when the bot first starts");
      }
    }
    Properties login = address.login(user, password);
    try (Connection connection = DriverManager.getConnection(address.text(), login)) {
      address.inspect(connection);
      if (address.isShared()) {
        seen.lookAtServer(connection);
      }
      return seen.named(product(connection) + seen.tables(address, login));
    } catch (SQLException e) {
      throw Refusals.of(e, address);
    }
  }

  private Inspection named(String what) {
    return new Inspection(what, List.copyOf(faults), List.copyOf(notes));
  }

  private static String product(Connection connection) throws SQLException {
    var product = connection.getMetaData();
    return product.getDatabaseProductName() + " " + product.getDatabaseProductVersion();
  }

  /** The file, or the next directory above it that is there. */
  private void look(Path file) {
    @Nullable Path there = file;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isWritable(there)) {
      faults.add(file + " cannot be written: is its directory there and writable?");
      return;
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String words = "there are " + (free >> 20) + " MB left on the disk of " + file;
      if (free < LEAST_BYTES) {
        faults.add(words + ": make room.");
      } else if (free < FEW_BYTES) {
        notes.add(words);
      }
    } catch (IOException unknown) {
      notes.add("how much room is left on the disk cannot be found out");
    }
  }

  private void lookAtServer(Connection connection) throws SQLException {
    if (isTrue(connection, READ_ONLY)) {
      faults.add("it can only be read: is this a standby server?");
    }
    if (!isTrue(connection, "select has_schema_privilege(current_schema(), 'CREATE')")) {
      faults.add("this user may not make tables in it.");
    }
    if (isTrue(
        connection,
        "select current_setting('fsync') = 'off' or current_setting('synchronous_commit') = 'off'")) {
      notes.add("fsync or synchronous_commit is off: a power cut loses what was acknowledged");
    }
    long free = number(connection, FREE);
    if (free < Database.CONNECTIONS) {
      notes.add(
          "only "
              + free
              + " connections are free now, and each bot takes up to "
              + Database.CONNECTIONS);
    }
  }

  private static boolean isTrue(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static long number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** How far its tables are, which are left as they are. */
  private String tables(Address address, Properties login) {
    try (HikariDataSource pool = Database.pool(address, login, Database.FEW_CONNECTIONS)) {
      Migrations scripts = new Migrations(pool, address);
      if (scripts.isAhead()) {
        notes.add("a newer version of the bot brought its tables up to date already");
      }
      String version = scripts.version();
      int pending = scripts.pending();
      return (version.equals("0") ? ", without tables" : ", tables at " + version)
          + (pending == 0 ? "" : ", " + pending + " steps are done when the bot starts");
    } catch (DatabaseRefused refused) {
      faults.add(String.valueOf(refused.getMessage()));
      return "";
    }
  }
}
