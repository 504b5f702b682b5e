package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import java.time.Instant;

/**
 * Keeps people's calendars in step with the meeting. What a calendar is told is decided when it is
 * told: the meeting as it stands then, or that it is off for this person.
 */
public final class Calendars {
  private Calendars() {}

  /** Somebody's calendar has to learn of this revision of the meeting. */
  static void tell(Records records, Meeting meeting, String user, Instant now) {
    String key = key(meeting.incident(), meeting.revision(), user);
    String queue = "calendar/" + user;
    String note = String.valueOf(meeting.revision());
    records
        .outbox()
        .put(new Letter(key, meeting.incident(), Letter.Kind.CALENDAR, queue, note), now);
  }

  /** Whether a later letter tells the same calendar of a later revision. */
  public static boolean isOvertaken(Outbox outbox, Letter letter, Meeting now) {
    for (int later = Integer.parseInt(letter.note()) + 1; later <= now.revision(); later++) {
      if (outbox.status(key(letter.incident(), later, letter.place())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the same calendar was told of an earlier revision. */
  public static boolean isKnown(Outbox outbox, Letter letter) {
    for (int earlier = 0; earlier < Integer.parseInt(letter.note()); earlier++) {
      if (outbox.status(key(letter.incident(), earlier, letter.place())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String key(long incident, int revision, String user) {
    return "calendar/" + incident + "/" + revision + "/" + user;
  }
}
