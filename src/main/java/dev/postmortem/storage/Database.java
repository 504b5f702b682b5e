package dev.postmortem.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The open database: a pool of connections to tables that are up to date. */
public final class Database implements AutoCloseable {
  /** Where the data are when nobody says otherwise. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./data/postmortem";

  static final int CONNECTIONS = 8;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Connection first;
  private final HikariDataSource pool;
  private final Address address;
  private final Upkeep upkeep;

  private Database(Connection first, HikariDataSource pool, Address address, Upkeep upkeep) {
    this.first = first;
    this.pool = pool;
    this.address = address;
    this.upkeep = upkeep;
  }

  /**
   * Opens the database and brings its tables up to date. An H2 database is made if there is none.
   */
  public static Database open(String url, String user, String password) throws DatabaseRefused {
    Address address = Address.of(url);
    Properties login = address.login(user, password);
    Connection first = connect(address, login);
    Database database = pooled(first, address, login);
    try {
      migrate(database.pool, address);
    } catch (FlywayException e) {
      database.close();
      throw Refusals.of(e, address);
    }
    return database;
  }

  private static Database pooled(Connection first, Address address, Properties login)
      throws DatabaseRefused {
    try {
      HikariDataSource pool = pool(address, login);
      return new Database(first, pool, address, address.upkeep(first));
    } catch (PoolInitializationException e) {
      throw Refusals.of(e, address);
    }
  }

  /** What is wrong with an address, if anything can be said without trying it. */
  public static Optional<String> fault(String url) {
    try {
      Address.of(url);
      return Optional.empty();
    } catch (DatabaseRefused refused) {
      return Optional.ofNullable(refused.getMessage());
    }
  }

  /** An address as it may be shown: without what may be secret. */
  public static String shown(String url) {
    try {
      return Address.of(url).name();
    } catch (DatabaseRefused refused) {
      return "no address";
    }
  }

  /** Outside the pool: its refusal is the driver's own, and it is there when the pool is closed. */
  private static Connection connect(Address address, Properties login) throws DatabaseRefused {
    try {
      Connection first = DriverManager.getConnection(address.text(), login);
      try {
        address.inspect(first);
      } catch (DatabaseRefused refused) {
        first.close();
        throw refused;
      }
      if (address.isShared()) {
        first.close(); // nothing is to be said at the end, and connections are counted there
      }
      return first;
    } catch (SQLException e) {
      throw Refusals.of(e, address);
    }
  }

  /** Whether other processes may work with the same data at this moment. */
  public boolean isShared() {
    return address.isShared();
  }

  public DataSource dataSource() {
    return pool;
  }

  /** The store in this database: when it says that work is kept, the work is on the disk. */
  public JdbiStore store() {
    return new JdbiStore(pool, address.isShared(), address.forcing());
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
    upkeep.close();
    pool.close();
    try (first) {
      if (address.farewell().isPresent()) {
        try (Statement last = first.createStatement()) {
          last.execute(address.farewell().get());
        }
      }
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "The database was not closed cleanly", e);
    }
  }

  private static void migrate(DataSource dataSource, Address address) {
    migrations(dataSource, address).migrate();
  }

  static Flyway migrations(DataSource dataSource, Address address) {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + address.folder())
        .failOnMissingLocations(true)
        .load();
  }

  static HikariDataSource pool(Address address, Properties login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postmortem");
    config.setJdbcUrl(address.text());
    config.setDataSourceProperties(login);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setConnectionInitSql(address.greeting());
    config.setExceptionOverride(new LostConnections());
    return new HikariDataSource(config);
  }
}
