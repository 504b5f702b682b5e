package dev.postmortem.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The open database: a pool of connections to tables that are up to date. */
public final class Database implements AutoCloseable {
  /** Where the data are when nobody says otherwise. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./data/postmortem";

  private static final int CONNECTIONS = 8;
  private static final long PATIENCE_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final boolean ownsFile;

  private Database(HikariDataSource pool, boolean ownsFile) {
    this.pool = pool;
    this.ownsFile = ownsFile;
  }

  /** Opens the database, makes it if there is none, and brings its tables up to date. */
  public static Database open(String url, String user, String password) throws DatabaseRefused {
    if (!url.startsWith("jdbc:h2:")) {
      throw new DatabaseRefused("The database address must start with jdbc:h2:.", null);
    }
    H2Url h2 = H2Url.of(url);
    String account = user.isBlank() ? "sa" : user;
    // One connection ahead of the pool: its refusal is the driver's own, and H2 stays open between.
    try {
      Connection first = DriverManager.getConnection(h2.text(), account, password);
      try (first) {
        return migrated(new Database(pool(h2.text(), account, password), h2.isFile()));
      }
    } catch (SQLException e) {
      throw Refusals.of(e, h2);
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Whether a connection answers at this moment. */
  public boolean isReachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Closes all connections; whatever was committed is on disk already. */
  @Override
  public void close() {
    if (pool.isClosed()) {
      return;
    }
    if (ownsFile) {
      compact();
    }
    pool.close();
  }

  private static Database migrated(Database database) throws DatabaseRefused {
    try {
      Flyway.configure()
          .dataSource(database.pool)
          .locations("classpath:db/migration/common", "classpath:db/migration/h2")
          .failOnMissingLocations(true)
          .load()
          .migrate();
      return database;
    } catch (FlywayException e) {
      database.pool.close();
      throw Refusals.of(e);
    }
  }

  /**
   * With WRITE_DELAY=0 H2 does not tidy up behind itself while it runs, and the file grows to many
   * times its contents; so it is written anew at the end.
   */
  private void compact() {
    try {
      Connection last = pool.getConnection();
      try (Statement statement = last.createStatement()) {
        statement.execute("SHUTDOWN COMPACT");
      }
      pool.evictConnection(last);
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "The database file was closed without tidying up", e);
    }
  }

  private static HikariDataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postmortem");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setConnectionInitSql("SET TIME ZONE 'UTC'");
    return new HikariDataSource(config);
  }
}
