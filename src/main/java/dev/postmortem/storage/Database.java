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
import org.jdbi.v3.core.Handle;

/** The open database: a pool of connections to tables that are up to date. */
public final class Database implements AutoCloseable {
  /** Where the data are when nobody says otherwise. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./data/postmortem";

  private static final int CONNECTIONS = 8;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Connection first;
  private final HikariDataSource pool;
  private final boolean ownsFile;

  private Database(Connection first, HikariDataSource pool, boolean ownsFile) {
    this.first = first;
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
    Connection first = connect(h2, account, password);
    Database database = new Database(first, pool(h2, account, password), h2.isFile());
    try {
      migrate(database.pool);
    } catch (FlywayException e) {
      database.close();
      throw Refusals.of(e);
    }
    return database;
  }

  /** Outside the pool: its refusal is the driver's own, and it is there when the pool is closed. */
  private static Connection connect(H2Url url, String user, String password)
      throws DatabaseRefused {
    try {
      return DriverManager.getConnection(url.text(), user, password);
    } catch (SQLException e) {
      throw Refusals.of(e, url);
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** The store in this database: when it says that work is kept, the work is on the disk. */
  public JdbiStore store() {
    return new JdbiStore(pool, ownsFile ? Database::force : handle -> {});
  }

  /** H2 writes half a second after the commit by itself, and forces nothing. */
  private static void force(Handle handle) {
    handle.execute("checkpoint sync");
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
    pool.close();
    try (first;
        Statement last = first.createStatement()) {
      if (ownsFile) {
        // What H2 could not tidy up while it ran; the next start is quicker.
        last.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "The database was not closed cleanly", e);
    }
  }

  private static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/common", "classpath:db/migration/h2")
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  private static HikariDataSource pool(H2Url url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postmortem");
    config.setJdbcUrl(url.text());
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setConnectionInitSql("SET TIME ZONE 'UTC'");
    return new HikariDataSource(config);
  }
}
