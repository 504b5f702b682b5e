package dev.postmortem.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** How Quartz is set up, and how it gets at the database. */
final class QuartzSettings {
  /** Quartz registers schedulers and databases by name in the whole process. */
  private static final AtomicLong COUNT = new AtomicLong();

  private QuartzSettings() {}

  static Properties on(DataSource dataSource, Tables tables) {
    String name = "postmortem-" + COUNT.incrementAndGet();
    DBConnectionManager.getInstance().addConnectionProvider(name, new Pool(dataSource));
    Properties all = new Properties();
    all.setProperty("org.quartz.scheduler.instanceName", name);
    all.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    all.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    all.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    all.setProperty("org.quartz.threadPool.threadCount", "2");
    all.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    all.setProperty("org.quartz.jobStore.class", KeptJobs.class.getName());
    tables.describe(all);
    all.setProperty("org.quartz.jobStore.useProperties", "true");
    all.setProperty("org.quartz.jobStore.dataSource", name);
    return all;
  }

  /** Lends Quartz the connections of the bot's own pool. */
  private static final class Pool implements ConnectionProvider {
    private final DataSource dataSource;

    Pool(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return dataSource.getConnection();
    }

    @Override
    public void initialize() {}

    /** The pool is not Quartz's to close. */
    @Override
    public void shutdown() {}
  }
}
