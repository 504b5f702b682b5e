package dev.postmortem.schedule;

import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Alarms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Alarms in Quartz. Each has a trigger that would go on every minute; the alarm is taken away when
 * what it woke has returned. So one that failed, or whose process died meanwhile, rings again.
 *
 * <p>After {@link #start} Quartz's own threads ring them. Where the clock is held nothing is
 * started, and {@link #ringDue} rings what is due by that clock.
 */
public final class QuartzAlarms implements Alarms, AutoCloseable {
  private final Scheduler scheduler;
  private final Clock clock;
  private final Consumer<Alarm> whenItRings;
  private final Alarms.Watch watch;

  /** Finds the alarms that an earlier process set; none rings before {@link #start}. */
  public QuartzAlarms(
      DataSource dataSource, Tables tables, Clock clock, Consumer<Alarm> whenItRings) {
    this(dataSource, tables, clock, whenItRings, Alarms.Watch.NONE);
  }

  /** The same, whose alarms are counted. */
  public QuartzAlarms(
      DataSource dataSource,
      Tables tables,
      Clock clock,
      Consumer<Alarm> whenItRings,
      Alarms.Watch watch) {
    this.clock = clock;
    this.watch = watch;
    this.whenItRings = whenItRings;
    this.scheduler =
        asked(
            () -> {
              Scheduler made =
                  new StdSchedulerFactory(QuartzSettings.on(dataSource, tables)).getScheduler();
              made.setJobFactory((fired, by) -> new Ring(this::ring));
              made.getListenerManager().addTriggerListener(new Misfires(watch));
              return made;
            });
  }

  /** From now on Quartz's threads ring what is due, at once what became due while nobody ran. */
  public void start() {
    done(scheduler::start);
  }

  @Override
  public synchronized void set(Alarm alarm) {
    Trigger trigger = Written.trigger(alarm, alarm.due());
    done(() -> scheduler.scheduleJob(Written.job(alarm), Set.of(trigger), true));
  }

  @Override
  public synchronized void setUnlessSet(Alarm alarm) {
    if (asked(() -> scheduler.getJobDetail(Written.job(alarm.key()))) == null) {
      set(alarm);
    }
  }

  @Override
  public synchronized void cancel(String key) {
    asked(() -> scheduler.deleteJob(Written.job(key)));
  }

  /**
   * Rings, on this thread and in order, what is due by the clock. One that fails is tried again a
   * minute later, and does not keep the others from ringing.
   */
  public void ringDue() {
    Instant now = clock.instant();
    for (Alarm alarm : due(now)) {
      try {
        ring(alarm);
      } catch (RuntimeException failed) {
        again(alarm, now.plus(Written.AGAIN));
      }
    }
  }

  /** From now on nothing begins to ring; what became due meanwhile rings after the next start. */
  public void pause() {
    done(scheduler::standby);
  }

  /** Waits for what rings at this moment; the alarms stay where they are kept. */
  @Override
  public void close() {
    done(() -> scheduler.shutdown(true));
  }

  private void ring(Alarm alarm) {
    About.incident(alarm.incident(), () -> wake(alarm));
    forget(alarm);
  }

  private void wake(Alarm alarm) {
    try {
      whenItRings.accept(alarm);
    } catch (RuntimeException failed) {
      System.getLogger(QuartzAlarms.class.getName())
          .log(System.Logger.Level.ERROR, "Alarm " + alarm.key() + " is tried again", failed);
      watch.rang(alarm.kind(), false);
      throw failed;
    }
    watch.rang(alarm.kind(), true);
  }

  /** Leaves it alone when it was set anew while it rang. */
  private synchronized void forget(Alarm alarm) {
    JobDetail kept = asked(() -> scheduler.getJobDetail(Written.job(alarm.key())));
    if (kept != null && Written.alarm(kept).equals(alarm)) {
      cancel(alarm.key());
    }
  }

  private synchronized void again(Alarm alarm, Instant when) {
    asked(
        () -> scheduler.rescheduleJob(Written.trigger(alarm.key()), Written.trigger(alarm, when)));
  }

  private synchronized List<Alarm> due(Instant now) {
    return asked(
        () -> {
          var keys = scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Written.GROUP));
          var alarms = new ArrayList<Alarm>();
          for (var key : keys) {
            JobDetail job = scheduler.getJobDetail(key);
            Trigger trigger = scheduler.getTrigger(Written.trigger(key.getName()));
            if (job != null && trigger != null && isDue(Written.alarm(job), trigger, now)) {
              alarms.add(Written.alarm(job));
            }
          }
          alarms.sort(Comparator.comparing(Alarm::due).thenComparing(Alarm::key));
          return alarms;
        });
  }

  /** Quartz counts in milliseconds and never rings too early, so its time may be one too late. */
  private static boolean isDue(Alarm alarm, Trigger trigger, Instant now) {
    Date next = Objects.requireNonNull(trigger.getNextFireTime());
    return !alarm.due().isAfter(now) && next.toInstant().minusMillis(1).isBefore(now);
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SchedulerException e) {
      throw new IllegalStateException("The alarms cannot be reached: " + e.getMessage(), e);
    }
  }

  private static void done(Order order) {
    asked(
        () -> {
          order.give();
          return true;
        });
  }

  private interface Question<T> {
    T ask() throws SchedulerException;
  }

  private interface Order {
    void give() throws SchedulerException;
  }
}
