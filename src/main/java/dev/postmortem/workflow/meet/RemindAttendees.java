package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
import java.util.List;

/** Some time before the meeting everybody invited is reminded, once for each meeting time. */
public final class RemindAttendees {
  private final Desk desk;

  public RemindAttendees(Desk desk) {
    this.desk = desk;
  }

  /** The key of the alarm that rings for an incident's meeting. */
  public static String alarm(long incident) {
    return "reminder/" + incident;
  }

  /** Writes the reminders down, if the meeting still stands and the time for them has come. */
  public void remind(long incident) {
    desk.store()
        .change(
            records ->
                records
                    .meetings()
                    .of(incident)
                    .filter(this::isDue)
                    .ifPresent(meeting -> remind(records, meeting, meeting.attendees())));
  }

  private boolean isDue(Meeting meeting) {
    return !meeting.cancelled()
        && !desk.template().meeting().reminderOf(meeting.at()).isAfter(desk.now())
        && meeting.at().isAfter(desk.now());
  }

  void remind(Records records, Meeting meeting, List<String> attendees) {
    for (String user : attendees) {
      String key = "reminder/" + meeting.incident() + "/" + meeting.at() + "/" + user;
      records
          .outbox()
          .put(new Letter(key, meeting.incident(), Letter.Kind.REMINDER, user, ""), desk.now());
    }
  }
}
