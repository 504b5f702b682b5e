package dev.postmortem.workflow.follow;

import dev.postmortem.meeting.Mornings;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;

/**
 * Rings whenever it is the time of day for asking somewhere on earth, and asks who is to be asked
 * there. What is to be asked about stands in the store alone, so nothing has to be set anew when
 * somebody moves, or a task gets another date.
 */
public final class FollowUp {
  /** After a restart, mornings that passed while nobody ran are made up for, that day. */
  private static final Duration MADE_UP_FOR = Duration.ofHours(24);

  private final Desk desk;
  private final Alarms alarms;
  private final AskPointPerson drafts;
  private final AskOwners tasks;

  public FollowUp(Desk desk, Alarms alarms) {
    this.desk = desk;
    this.alarms = alarms;
    this.drafts = new AskPointPerson(desk);
    this.tasks = new AskOwners(desk);
  }

  /** Begins, as after a restart; beginning twice is harmless. */
  public void setAlarms() {
    Instant missed = desk.now().minus(MADE_UP_FOR);
    alarms.set(new Alarm("nudges", Alarms.Kind.NUDGE, 0, missed));
    alarms.set(new Alarm("tasks", Alarms.Kind.TASKS, 0, missed));
  }

  /** Asks, and is rung again at the next time. An alarm that failed asks what it should have. */
  public void ring(Alarm alarm) {
    Instant next = Mornings.of(desk.template().meeting()).somewhere(desk.now());
    if (alarm.kind() == Alarms.Kind.NUDGE) {
      drafts.ask();
    } else {
      tasks.ask(alarm.due());
    }
    alarms.set(new Alarm(alarm.key(), alarm.kind(), 0, next));
  }
}
