package dev.postmortem.workflow.broadcast;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;

/** Somebody says that they have read the published document. */
public final class MarkRead {
  private final Desk desk;

  public MarkRead(Desk desk) {
    this.desk = desk;
  }

  /** Keeps it; saying it twice changes nothing. */
  public Outcome read(Draft draft, String user) {
    return draft.published() == null
        ? new Refused(draft.name() + " is not published yet, so nothing was noted.")
        : desk.store().write(records -> read(records, draft, user));
  }

  private Outcome read(Records records, Draft draft, String user) {
    boolean first = records.readership().add(draft.id(), user, desk.now());
    int readers = records.readership().size(draft.id());
    if (!first) {
      return new Done(draft, "I know, thank you. " + count(readers));
    }
    Broadcast.readBySomebody(records, draft, desk.now());
    return new Done(draft, "Thank you, noted. " + count(readers));
  }

  private static String count(int readers) {
    return readers == 1 ? "You are the first." : readers + " people have read it.";
  }
}
