package dev.postmortem.storage;

import dev.postmortem.storage.file.SteadyFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A {@code jdbc:h2:} address with the settings that the product relies on. A setting that the
 * operator wrote stays as it is.
 *
 * @param text the address as the driver gets it
 */
record H2Url(String text) implements Address {
  static final String PREFIX = "jdbc:h2:";

  private static final String STEADY = SteadyFile.SCHEME + ":";
  private static final String ASYNC = "async:";

  static {
    SteadyFile.register();
  }

  /** Of org.h2.api.ErrorCode. */
  private static final int IN_USE = 90020;

  private static final List<String> SETTINGS =
      List.of(
          "MODE=PostgreSQL",
          "DATABASE_TO_LOWER=TRUE",
          "DEFAULT_NULL_ORDERING=HIGH",
          // Whoever commits writes, and waits for no other thread: with H2's own writer each commit
          // is handed over four times, and on a busy machine each may take milliseconds. What that
          // writer did besides is done by H2Upkeep.
          "WRITE_DELAY=0",
          // Every commit is forced to the disk, so what is freed may soon be written over; with
          // H2's own 45 s the file grows to many times its contents.
          "RETENTION_TIME=1000",
          // The process closes the database itself, after everybody who still writes has stopped.
          "DB_CLOSE_ON_EXIT=FALSE",
          // No trace file beside the database: what goes wrong reaches the log as an exception.
          "TRACE_LEVEL_FILE=0",
          "QUERY_CACHE_SIZE=128",
          // In kB. What is in the cache the collector of garbage copies and scans, while everybody
          // waits: with a quarter of the heap in place of this its pauses are twice as long.
          "CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 32 / 1024,
          // A long timeline is read whole: with less H2 writes the answer to a temporary file
          // first.
          "MAX_MEMORY_ROWS=1000000");

  static H2Url of(String url) {
    StringBuilder all = new StringBuilder(uninterrupted(url));
    String given = url.toUpperCase(Locale.ROOT);
    for (String setting : SETTINGS) {
      String name = setting.substring(0, setting.indexOf('=') + 1).toUpperCase(Locale.ROOT);
      if (!given.contains(";" + name)) {
        all.append(';').append(setting);
      }
    }
    return new H2Url(all.toString());
  }

  /** Whether the data are in a file that this process opens itself. */
  boolean isFile() {
    return text.startsWith(PREFIX + STEADY) || text.startsWith(PREFIX + ASYNC);
  }

  /** The file as the operator named it, without its ending. */
  @Override
  public String name() {
    String place = withoutSettings();
    return isFile() ? place.substring(place.indexOf(':') + 1) : place;
  }

  private String withoutSettings() {
    int end = text.indexOf(';');
    return text.substring(PREFIX.length(), end < 0 ? text.length() : end);
  }

  @Override
  public String place() {
    String name = name();
    if (!isFile()) {
      return name;
    }
    String home = System.getProperty("user.home");
    return Path.of(name.startsWith("~/") ? home + name.substring(1) : name)
        .toAbsolutePath()
        .normalize()
        .toString();
  }

  @Override
  public Properties copier(Properties login) {
    return login;
  }

  /** Whole tables are read: without the setting H2 would first collect a million rows. */
  @Override
  public Connection session(Properties login) throws SQLException {
    Connection session = DriverManager.getConnection(text, login);
    try (Statement statement = session.createStatement()) {
      statement.execute(greeting());
      statement.execute("SET LAZY_QUERY_EXECUTION 1");
    }
    return session;
  }

  /** With REPEATABLE READ, H2 takes the moment of each table when it is first read. */
  @Override
  public int isolation() {
    return Connection.TRANSACTION_SERIALIZABLE;
  }

  /** Only one process can have the file open. */
  @Override
  public int others(Connection connection) {
    return 0;
  }

  @Override
  public Properties login(String user, String password) {
    Properties all = new Properties();
    all.setProperty("user", user.isBlank() ? "sa" : user);
    all.setProperty("password", password);
    return all;
  }

  @Override
  public String folder() {
    return "h2";
  }

  @Override
  public String greeting() {
    return "SET TIME ZONE 'UTC'";
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public Forcing forcing() {
    return isFile() ? new H2Forcing() : Forcing.BY_THE_COMMIT;
  }

  /**
   * None when the file is encrypted, as the journal would not be, or when H2 lets other processes
   * in.
   */
  @Override
  public Optional<String> journal() {
    String given = text.toUpperCase(Locale.ROOT);
    boolean ours = isFile() && !given.contains(";CIPHER=") && !given.contains(";AUTO_SERVER=TRUE");
    return ours ? Optional.of(withoutSettings() + ".journal") : Optional.empty();
  }

  @Override
  public Upkeep upkeep(Connection first) throws DatabaseRefused {
    try {
      return isFile() ? H2Upkeep.of(first) : Upkeep.BY_ITSELF;
    } catch (SQLException e) {
      throw Refusals.of(e, this);
    }
  }

  /** What could not be tidied up while it ran; the next start is quicker. */
  @Override
  public Optional<String> farewell() {
    return isFile() ? Optional.of("SHUTDOWN COMPACT") : Optional.empty();
  }

  @Override
  public void inspect(Connection connection) {}

  @Override
  public DatabaseRefused.Hope hope(SQLException e) {
    return e.getErrorCode() == IN_USE ? DatabaseRefused.Hope.SOON : DatabaseRefused.Hope.NONE;
  }

  /** The numbers are those of org.h2.api.ErrorCode. */
  @Override
  public String refusal(SQLException e) {
    String file = name();
    return switch (e.getErrorCode()) {
      case IN_USE ->
          "The database " + file + " is in use by another process; only one can have it open.";
      case 90013, 90146 -> "There is no database " + file + ".";
      case 28000 -> "The database " + file + " does not accept this user name and password.";
      case 90028, 90031, 90034, 90062, 90079 ->
          "The database " + file + " cannot be written: is its directory there and writable?";
      case 90030 -> "The database file " + file + " is damaged: " + Refusals.firstLine(e);
      default -> "The database " + file + " cannot be opened: " + Refusals.firstLine(e);
    };
  }

  /** The same file, opened as one that an interrupted thread does not close. */
  private static String uninterrupted(String url) {
    String place = url.substring(PREFIX.length());
    if (place.startsWith("file:")) {
      return PREFIX + STEADY + place.substring("file:".length());
    }
    boolean plainPath = place.startsWith("/") || place.startsWith(".") || place.startsWith("~");
    return plainPath ? PREFIX + STEADY + place : url;
  }
}
