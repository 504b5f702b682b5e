package dev.postmortem.workflow.meet;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.util.Optional;

/** Somebody who is invited has read the draft. Saying so twice changes nothing. */
public final class ReadDraft {
  private final Desk desk;

  public ReadDraft(Desk desk) {
    this.desk = desk;
  }

  /** Notes that this person has read it; refused unless a meeting is ahead that they go to. */
  public Outcome read(Which which, String user) {
    return desk.lock(which, (records, draft) -> read(records, draft, user));
  }

  private Outcome read(Records records, Draft draft, String user) {
    Optional<Meeting> ahead =
        records.meetings().of(draft.id()).filter(meeting -> meeting.isAhead(desk.now()));
    if (ahead.isEmpty()) {
      return new Refused(
          "No review meeting of " + draft.name() + " is to come, so there is nothing to note.");
    }
    if (!ahead.get().attendees().contains(user)) {
      return new Refused(
          "You are not invited to the review meeting of "
              + draft.name()
              + ", so nothing was noted. Whoever runs it can add you with "
              + desk.cmd("meeting")
              + ".");
    }
    boolean first = records.meetings().read(draft.id(), user, desk.now());
    return new Done(
        draft,
        first
            ? "Thank you. It is noted that you have read the draft of " + draft.name() + "."
            : "It was noted before that you have read the draft of " + draft.name() + ".");
  }
}
