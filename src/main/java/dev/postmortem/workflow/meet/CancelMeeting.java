package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.time.Instant;

/** The meeting does not take place; everybody who was invited is told. */
public final class CancelMeeting {
  private final Desk desk;
  private final Alarms alarms;

  public CancelMeeting(Desk desk, Alarms alarms) {
    this.desk = desk;
    this.alarms = alarms;
  }

  /** Cancels the meeting of a post-mortem. */
  public Outcome cancel(Which which) {
    Outcome outcome =
        desk.lock(
            which,
            (records, draft) ->
                cancel(records, draft, desk.now())
                    ? new Done(draft, "The meeting is cancelled and everybody invited is told.")
                    : new Refused("No meeting of " + draft.name() + " is planned."));
    if (outcome instanceof Done done) {
      alarms.cancel(RemindAttendees.alarm(done.draft().id()));
    }
    return outcome;
  }

  /**
   * Cancels the meeting, if one stands, as part of a larger change. Its alarm finds nothing to do.
   */
  public static boolean cancel(Records records, Draft draft, Instant now) {
    var meeting =
        records
            .meetings()
            .of(draft.id())
            .filter(found -> found.isAhead(now))
            .map(Meeting::cancelledNow);
    meeting.ifPresent(
        cancelled -> {
          records.meetings().save(cancelled);
          for (String user : cancelled.attendees()) {
            String key = "uninvite/" + draft.id() + "/" + cancelled.revision() + "/" + user;
            records
                .outbox()
                .put(new Letter(key, draft.id(), Letter.Kind.MEETING_CANCELLED, user, ""), now);
            Calendars.tell(records, cancelled, user, now);
          }
        });
    return meeting.isPresent();
  }
}
