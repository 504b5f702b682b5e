package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.meet.CancelMeeting;

/** No post-mortem is needed. What was captured stays, and can be taken up again. */
public final class CancelPostmortem {
  private final Desk desk;

  public CancelPostmortem(Desk desk) {
    this.desk = desk;
  }

  /** Cancels it for a reason that others can read; a meeting is cancelled with it. */
  public Outcome cancel(Which which, String reason) {
    if (reason.isBlank()) {
      return new Refused(
          "Please say why, so that others understand it later: "
              + desk.cmd("cancel REASON")
              + ", for example "
              + desk.cmd("cancel false alarm, the probe was broken")
              + ".");
    }
    return desk.change(which, (records, draft) -> cancel(records, draft, reason.strip()));
  }

  private Outcome cancel(Records records, Draft draft, String reason) {
    if (draft.published() != null) {
      return new Refused(
          draft.name() + " is published already, so it cannot be cancelled. Nothing was changed.");
    }
    Draft cancelled = draft.cancelled(reason);
    records.drafts().save(cancelled);
    CancelMeeting.cancel(records, cancelled, desk.now());
    Board.tell(records, cancelled, "cancelled", desk.now());
    return new Done(
        cancelled,
        draft.name()
            + " is cancelled. What was captured is kept; "
            + desk.cmd("reopen")
            + " takes it up again.");
  }
}
