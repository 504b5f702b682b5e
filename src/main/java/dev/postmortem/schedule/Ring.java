package dev.postmortem.schedule;

import dev.postmortem.workflow.Alarms.Alarm;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/**
 * What Quartz runs when an alarm is due. Its name stands in the database: renaming loses alarms.
 */
@DisallowConcurrentExecution
public final class Ring implements Job {
  private final Consumer<Alarm> rings;

  Ring(Consumer<Alarm> rings) {
    this.rings = rings;
  }

  /** A failure is logged by Quartz, and the trigger comes again. */
  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      rings.accept(Written.alarm(context.getJobDetail()));
    } catch (RuntimeException e) {
      throw new JobExecutionException("Alarm " + context.getJobDetail().getKey() + " failed", e);
    }
  }
}
