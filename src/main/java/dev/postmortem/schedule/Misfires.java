package dev.postmortem.schedule;

import dev.postmortem.workflow.Alarms;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;

/** Hears of triggers that could not fire within a minute of their time. */
final class Misfires extends TriggerListenerSupport {
  private final Alarms.Watch watch;

  Misfires(Alarms.Watch watch) {
    this.watch = watch;
  }

  @Override
  public String getName() {
    return "misfires";
  }

  @Override
  public void triggerMisfired(Trigger trigger) {
    watch.missed();
  }
}
