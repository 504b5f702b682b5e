package dev.postmortem.schedule;

import org.quartz.impl.jdbcjobstore.JobStoreTX;

/**
 * Quartz's tables under one name for ever. Quartz would take the scheduler's name, which has to
 * differ between two bots in one process, and would not find its alarms after a restart.
 */
@SuppressWarnings("unchecked") // in a method that Quartz itself overrides without its type
public final class KeptJobs extends JobStoreTX {
  @Override
  public void setInstanceName(String ignored) {
    super.setInstanceName("postmortem");
  }
}
