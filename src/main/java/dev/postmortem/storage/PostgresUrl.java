package dev.postmortem.storage;

import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code jdbc:postgresql:} address. Who asks is taken out of it, because drivers and tools repeat
 * addresses in logs and messages; every other setting that the operator wrote stays, and wins.
 *
 * @param text the address as the driver gets it
 * @param secrets what was taken out of it
 */
record PostgresUrl(String text, Map<String, String> secrets) implements Address {
  static final String PREFIX = "jdbc:postgresql:";

  private static final String HOST = "([\\w.-]+|\\[[0-9A-Fa-f:.%]+])(:\\d{1,5})?";
  private static final Pattern PLACE =
      Pattern.compile("(//(" + HOST + "(," + HOST + ")*)?(/[^/@:]*)?|[^/@:]*|/)");
  private static final Pattern SETTING = Pattern.compile("\\w+=[^&]*");
  private static final List<String> SECRET = List.of("user", "password", "sslpassword");

  private static final Set<String> PASSING =
      Set.of("08000", "08001", "08003", "08006", "53300", "55000", "57P01", "57P02", "57P03");

  /** Seconds, so that a database that hangs is noticed; the server may have to wait for a lock. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "connectTimeout", "5",
          "loginTimeout", "10",
          "socketTimeout", "30",
          "tcpKeepAlive", "true",
          "reWriteBatchedInserts", "true",
          "ApplicationName", "postmortem");

  static PostgresUrl of(String url) throws DatabaseRefused {
    String[] halves = url.substring(PREFIX.length()).split("\\?", 2);
    Map<String, String> secrets = new HashMap<>();
    List<String> others = new ArrayList<>();
    boolean wellFormed = PLACE.matcher(halves[0]).matches();
    for (String setting : halves.length < 2 ? new String[0] : halves[1].split("&", -1)) {
      wellFormed &= setting.isEmpty() || SETTING.matcher(setting).matches();
      String name = setting.split("=", 2)[0];
      if (!SECRET.contains(name)) {
        others.add(setting);
      } else {
        secrets.put(name, decoded(setting.substring(name.length() + 1)));
      }
    }
    if (!wellFormed) {
      throw DatabaseRefused.address(
          "must look like jdbc:postgresql://host:5432/name; user and password belong into"
              + " PM_DATABASE_USER and PM_DATABASE_PASSWORD.");
    }
    String settings = others.isEmpty() ? "" : "?" + String.join("&", others);
    return new PostgresUrl(PREFIX + halves[0] + settings, secrets);
  }

  private static String decoded(String value) throws DatabaseRefused {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noHex) {
      throw DatabaseRefused.address("holds a % that is not followed by two hexadecimal digits.");
    }
  }

  @Override
  public String name() {
    return text.split("\\?", 2)[0];
  }

  @Override
  public String place() {
    return name();
  }

  @Override
  public Properties copier(Properties login) {
    Properties all = new Properties();
    all.putAll(login);
    all.setProperty("ApplicationName", "postmortem copies " + UUID.randomUUID());
    return all;
  }

  /** Reading a big table to its end may take long; somebody who is gone is noticed all the same. */
  @Override
  public Connection session(Properties login) throws SQLException {
    Properties patient = new Properties();
    patient.putAll(login);
    patient.setProperty("socketTimeout", "600");
    Connection session = DriverManager.getConnection(text, patient);
    try (Statement statement = session.createStatement()) {
      statement.execute(
          "SET TIME ZONE 'UTC'; SET lock_timeout = '10s';"
              + " SET idle_in_transaction_session_timeout = '1h'");
    }
    return session;
  }

  @Override
  public int isolation() {
    return Connection.TRANSACTION_REPEATABLE_READ;
  }

  @Override
  public int others(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and application_name like 'postmortem%'"
                    + " and application_name <> current_setting('application_name')")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public Properties login(String user, String password) {
    Properties all = new Properties();
    all.putAll(SETTINGS);
    all.putAll(secrets);
    if (!user.isBlank()) {
      all.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      all.setProperty("password", password);
    }
    return all;
  }

  @Override
  public String folder() {
    return "postgresql";
  }

  /** Somebody who waits too long, or hangs while others wait, is stopped by the server. */
  @Override
  public String greeting() {
    return "SET TIME ZONE 'UTC'; SET lock_timeout = '10s';"
        + " SET idle_in_transaction_session_timeout = '60s'";
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Forcing forcing() {
    return Forcing.BY_THE_COMMIT;
  }

  /** The server has its own, and other processes must see at once what is kept. */
  @Override
  public Optional<String> journal() {
    return Optional.empty();
  }

  @Override
  public Upkeep upkeep(Connection first) {
    return Upkeep.BY_ITSELF;
  }

  @Override
  public Optional<String> farewell() {
    return Optional.empty();
  }

  @Override
  public void inspect(Connection connection) throws SQLException, DatabaseRefused {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show server_encoding")) {
      row.next();
      if (!row.getString(1).equals("UTF8")) {
        throw new DatabaseRefused(
            "The database " + name() + " cannot keep every character: make it with ENCODING UTF8.",
            null);
      }
    }
  }

  /** It is away, starts, stops, is full, or lets nobody in for a while. */
  @Override
  public DatabaseRefused.Hope hope(SQLException e) {
    return PASSING.contains(String.valueOf(e.getSQLState()))
        ? DatabaseRefused.Hope.LATER
        : DatabaseRefused.Hope.NONE;
  }

  /** The states are those of PostgreSQL's documentation, appendix A; 08 is the driver's. */
  @Override
  public String refusal(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String what =
        switch (state) {
          case "28P01" -> " does not accept this user name and password.";
          case "3D000" -> " does not exist on that server: somebody has to make it.";
          case "42501" -> " does not let this user make tables.";
          case "53300" -> " takes no more connections.";
          case "57P03" -> " is starting or stopping: try again in a moment.";
          case "08001", "08006" -> " cannot be reached: " + silence(e);
          default -> " cannot be opened: " + Refusals.firstLine(e);
        };
    return "The database " + name() + what;
  }

  private static String silence(SQLException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "nobody knows its host.";
      }
    }
    return "does it run there, and does it let this machine in?";
  }

  @Override
  public String toString() {
    return name();
  }
}
