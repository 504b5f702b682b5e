package dev.postmortem.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server, one for all tests of this process, in a time zone that nobody expects.
 * It is started when a test first asks, and ends with the process. Where it cannot be started, the
 * tests that need it fail.
 */
public final class Postgres {
  /** It skipped a day, keeps half a day's distance from us, and is ahead of UTC. */
  public static final String ZONE = "Pacific/Apia";

  private static final String TEMPLATE = "with_tables";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private Postgres() {}

  /** The address of a new database whose tables are made and empty. */
  public static String database() throws Exception {
    server();
    String name = "pm_" + COUNT.incrementAndGet();
    asOwner("create database " + name + " template " + TEMPLATE);
    return address(name);
  }

  /** The address of a new database without any tables. */
  public static String newDatabase() throws Exception {
    String name = "empty_" + COUNT.incrementAndGet();
    asOwner("create database " + name);
    return address(name);
  }

  /** The address of a database, whether it is there or not. */
  static String address(String name) throws Exception {
    return "jdbc:postgresql://localhost:" + server().getPort() + "/" + name + "?user=postgres";
  }

  static void asOwner(String... orders) throws Exception {
    asOwnerOf("postgres", orders);
  }

  static void asOwnerOf(String database, String... orders) throws Exception {
    try (Connection connection = DriverManager.getConnection(address(database));
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        statement.execute(order);
      }
    }
  }

  /** A user who must say a password, which the other users of this server need not. */
  static void userWithPassword(String user, String password) throws Exception {
    asOwner("create user " + user + " password '" + password + "'");
    try (Connection connection = DriverManager.getConnection(address("postgres"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show hba_file")) {
      row.next();
      Path rules = Path.of(row.getString(1));
      String rule = "host all " + user + " all scram-sha-256\n";
      Files.writeString(rules, rule + Files.readString(rules));
    }
    asOwner("select pg_reload_conf()");
  }

  private static synchronized EmbeddedPostgres server() throws Exception {
    if (server == null) {
      server = start();
      asOwner("create database " + TEMPLATE);
      Database.open(address(TEMPLATE), "", "").close();
    }
    return server;
  }

  private static EmbeddedPostgres start() throws IOException, SQLException {
    return EmbeddedPostgres.builder()
        .setServerConfig("timezone", ZONE)
        .setServerConfig("fsync", "off") // nobody cuts the power of a test
        .start();
  }
}
