package dev.postmortem.workflow.incident;

import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the library up with what is written and said, behind everybody's back. What is not taken in
 * yet is found all the same; it only takes longer.
 */
public final class KeepShelf {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** While there is much to be done, others get their turn. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private static final long AT_ONCE_NANOS = Duration.ofSeconds(3).toNanos();

  private final Desk desk;
  private final Alarms alarms;

  public KeepShelf(Desk desk, Alarms alarms) {
    this.desk = desk;
    this.alarms = alarms;
  }

  /** It is time. */
  public void ring() {
    long end = System.nanoTime() + AT_ONCE_NANOS;
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = desk.store().write(records -> records.shelf().keepUp());
    }
    setAlarm(desk.now().plus(more ? BREATH : PAUSE));
  }

  /** The first time, soon after the start. */
  public void setAlarm() {
    setAlarm(desk.now().plus(BREATH));
  }

  private void setAlarm(Instant due) {
    alarms.set(new Alarm("shelf", Alarms.Kind.SHELF, 0, due));
  }
}
