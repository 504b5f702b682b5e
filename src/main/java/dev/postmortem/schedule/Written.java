package dev.postmortem.schedule;

import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Alarms.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** An alarm as Quartz keeps it: a job that carries it in words, and one trigger. */
final class Written {
  static final String GROUP = "alarms";

  /** How long after one that failed. */
  static final Duration AGAIN = Duration.ofMinutes(1);

  private Written() {}

  static JobKey job(String key) {
    return new JobKey(key, GROUP);
  }

  static TriggerKey trigger(String key) {
    return new TriggerKey(key, GROUP);
  }

  static JobDetail job(Alarm alarm) {
    return JobBuilder.newJob(Ring.class)
        .withIdentity(job(alarm.key()))
        .usingJobData("kind", alarm.kind().name())
        .usingJobData("incident", Long.toString(alarm.incident()))
        .usingJobData("due", alarm.due().toString())
        .build();
  }

  static Alarm alarm(JobDetail job) {
    JobDataMap data = job.getJobDataMap();
    return new Alarm(
        job.getKey().getName(),
        Kind.valueOf(data.getString("kind")),
        Long.parseLong(data.getString("incident")),
        Instant.parse(data.getString("due")));
  }

  static Trigger trigger(Alarm alarm, Instant when) {
    return TriggerBuilder.newTrigger()
        .withIdentity(trigger(alarm.key()))
        .forJob(job(alarm.key()))
        .startAt(notBefore(when))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(AGAIN.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionFireNow())
        .build();
  }

  /** Quartz counts in milliseconds; an alarm may be late by one, never early. */
  private static Date notBefore(Instant when) {
    return Date.from(when.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
  }
}
