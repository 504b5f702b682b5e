package dev.postmortem.schedule;

import java.util.Properties;
import java.util.UUID;

/** The database that Quartz's tables are in, and what Quartz has to know about it. */
public enum Tables {
  /** Of this process alone. */
  H2("StdJDBCDelegate", "postmortem"),

  /**
   * Shared: of several bots the one that comes first rings an alarm, and those that live ring what
   * one that died left behind. Each needs a name of its own; Quartz would make it of the machine's,
   * which not every machine knows.
   */
  POSTGRESQL("PostgreSQLDelegate", "") {
    @Override
    void describe(Properties all) {
      super.describe(all);
      all.setProperty("org.quartz.scheduler.instanceId", "postmortem-" + UUID.randomUUID());
      all.setProperty("org.quartz.jobStore.isClustered", "true");
      all.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
      // so that two never take the same trigger, whatever happens between their statements
      all.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
      // or an alarm that another bot set is seen half a minute late
      all.setProperty("org.quartz.scheduler.idleWaitTime", "5000");
    }
  };

  private final String delegate;
  private final String instance;

  Tables(String delegate, String instance) {
    this.delegate = delegate;
    this.instance = instance;
  }

  void describe(Properties all) {
    all.setProperty("org.quartz.scheduler.instanceId", instance);
    all.setProperty(
        "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore." + delegate);
  }
}
