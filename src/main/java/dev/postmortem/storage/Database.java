package dev.postmortem.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.file.Journal;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The open database: a pool of connections to tables that are up to date. */
public final class Database implements AutoCloseable {
  /** Where the data are when nobody says otherwise. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./data/postmortem";

  static final int CONNECTIONS = 8;
  static final int FEW_CONNECTIONS = 3;
  static final long PATIENCE_MILLIS = 2_000;

  private final Connection first;
  private final HikariDataSource pool;
  private final Address address;
  private final Properties login;
  private final Upkeep upkeep;
  private @Nullable JournaledStore journaled;

  private Database(Connection first, Address address, Properties login, int connections)
      throws DatabaseRefused {
    this.first = first;
    this.address = address;
    this.login = login;
    this.upkeep = address.upkeep(first);
    this.pool = pool(address, login, connections);
  }

  /**
   * Opens the database and brings its tables up to date. An H2 database is made if there is none.
   */
  public static Database open(String url, String user, String password) throws DatabaseRefused {
    Address address = Address.of(url);
    Properties login = address.login(user, password);
    Database database = new Database(connect(address, login, true), address, login, CONNECTIONS);
    try {
      database.migrations().run();
      database.journaled = database.journaled();
    } catch (DatabaseRefused refused) {
      database.close();
      throw refused;
    }
    return database;
  }

  private @Nullable JournaledStore journaled() throws DatabaseRefused {
    Optional<String> journal = address.journal();
    try {
      return journal.isEmpty() ? null : JournaledStore.of(tables(), Journal.open(journal.get()));
    } catch (IOException | RuntimeException failed) {
      throw new DatabaseRefused(
          "The journal of the database "
              + address.name()
              + " cannot be read and written: "
              + Refusals.firstLine(failed),
          failed);
    }
  }

  /** The same, but a database must be there. */
  public static Database openExisting(Site site) throws DatabaseRefused {
    Site existing = existing(site);
    return open(existing.url(), existing.user(), existing.password());
  }

  /**
   * Opens a database as it is, to copy all that is in it: its tables are left as they are, and it
   * may be one that no bot may work with. It must be there, and nothing may have been left in its
   * journal: that can only be entered into tables that are up to date.
   */
  public static Database asItIs(Site site) throws DatabaseRefused {
    Database database = toBeFilled(existing(site));
    try {
      database.refuseUnlessEntered();
    } catch (DatabaseRefused refused) {
      database.close();
      throw refused;
    }
    return database;
  }

  private void refuseUnlessEntered() throws DatabaseRefused {
    Optional<String> journal = address.journal();
    try {
      if (journal.isPresent() && Journal.size(journal.get()) > 0) {
        throw new DatabaseRefused(
            "The bot that worked with the database "
                + address.name()
                + " was ended in the middle of it, and what was said last stands in the journal"
                + " beside it only. Start the bot once, and try again.",
            null);
      }
    } catch (IOException failed) {
      throw new DatabaseRefused(
          "The journal beside the database "
              + address.name()
              + " cannot be read: "
              + Refusals.firstLine(failed),
          failed);
    }
  }

  /** H2 would make one that is not there. */
  private static Site existing(Site site) {
    boolean h2 = site.url().startsWith(H2Url.PREFIX);
    return h2 ? new Site(site.url() + ";IFEXISTS=TRUE", site.user(), site.password()) : site;
  }

  /** The same, but an H2 database is made if there is none. */
  public static Database toBeFilled(Site site) throws DatabaseRefused {
    Address address = Address.of(site.url());
    Properties login = address.copier(address.login(site.user(), site.password()));
    return new Database(connect(address, login, false), address, login, FEW_CONNECTIONS);
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

  /**
   * Where whoever has the database open can be asked, when only one process can have it open: a
   * place beside its file.
   */
  public static Optional<Path> console(String url) {
    try {
      return Address.of(url) instanceof H2Url h2 && h2.isFile()
          ? Optional.of(Path.of(h2.place() + ".sock"))
          : Optional.empty();
    } catch (DatabaseRefused | InvalidPathException refused) {
      return Optional.empty();
    }
  }

  /** Outside the pool: its refusal is the driver's own, and it is there when the pool is closed. */
  private static Connection connect(Address address, Properties login, boolean toWork)
      throws DatabaseRefused {
    try {
      Connection first = DriverManager.getConnection(address.text(), login);
      try {
        address.inspect(first);
        if (toWork) {
          Custody.refuse(first, address);
        }
      } catch (SQLException | DatabaseRefused refused) {
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

  /** Where it is, as it may be shown: the same for everybody who means the same place. */
  public String name() {
    return address.place();
  }

  /** The scripts that make its tables. */
  public Migrations migrations() {
    return new Migrations(pool, address);
  }

  /** A connection beside the pool, for work that takes long; the caller closes it. */
  public Connection session() throws SQLException {
    JournaledStore store = journaled;
    if (store != null) {
      store.enter();
    }
    return address.session(login);
  }

  /**
   * A connection for work that takes long, on which all that is read is of one moment, while others
   * go on writing; the caller closes it.
   */
  public Connection snapshot() throws SQLException {
    Connection session = session();
    session.setAutoCommit(false);
    session.setTransactionIsolation(address.isolation());
    session.setReadOnly(true);
    return session;
  }

  /** Whether other programs of ours, so bots above all, work with the data at this moment. */
  public boolean isUsedByOthers() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return address.others(connection) > 0;
    }
  }

  /** Returns when all that was committed until now is on the disk. */
  public void force(Connection connection) throws SQLException {
    address.forcing().force(connection);
  }

  /** What went wrong while it was worked with, in a sentence. */
  public String fault(SQLException e) {
    return address.refusal(e);
  }

  /** The store in this database: when it says that work is kept, the work is on the disk. */
  public Store store() {
    JournaledStore store = journaled;
    return store == null ? tables() : store;
  }

  /**
   * The tables alone, without what was said in the last moments. For work that looks at timelines
   * now and then, and changes nothing in them: it holds up nobody.
   */
  public JdbiStore tables() {
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
    JournaledStore store = journaled;
    if (store != null) {
      store.close();
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

  static HikariDataSource pool(Address address, Properties login, int connections)
      throws DatabaseRefused {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postmortem");
    config.setJdbcUrl(address.text());
    config.setDataSourceProperties(login);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setConnectionInitSql(address.greeting());
    config.setExceptionOverride(new LostConnections());
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw Refusals.of(e, address);
    }
  }
}
