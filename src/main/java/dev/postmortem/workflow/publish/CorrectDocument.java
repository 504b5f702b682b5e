package dev.postmortem.workflow.publish;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.incident.Board;

/**
 * Opens a published document for changes. What readers see stays as it is until it is published
 * again.
 */
public final class CorrectDocument {
  private final Desk desk;

  public CorrectDocument(Desk desk) {
    this.desk = desk;
  }

  /** Opens it; one that is open for changes already stays so. */
  public Outcome correct(Which which) {
    return desk.lock(which, this::correct);
  }

  private Outcome correct(Records records, Draft draft) {
    return switch (draft.state()) {
      case CORRECTING -> new Done(draft, draft.name() + " is open for changes already.");
      case PUBLISHED -> {
        Draft open = draft.with(State.CORRECTING);
        records.drafts().save(open);
        Board.refresh(records, open, desk.now());
        yield new Done(
            open,
            draft.name()
                + " can be changed now. Readers see the changes after "
                + desk.cmd("publish")
                + ".");
      }
      case OPEN, RESOLVED, CANCELLED ->
          new Refused(
              draft.name()
                  + " is not published yet, so there is nothing to correct. "
                  + desk.cmd("edit")
                  + " changes the draft.");
    };
  }
}
