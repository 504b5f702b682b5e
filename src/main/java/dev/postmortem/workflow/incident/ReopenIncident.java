package dev.postmortem.workflow.incident;

import dev.postmortem.draft.ChannelTaken;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.privacy.Removal;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.util.Optional;

/** The incident is not over after all: the bot listens again. */
public final class ReopenIncident {
  private final Desk desk;

  public ReopenIncident(Desk desk) {
    this.desk = desk;
  }

  /** Reopens a resolved or cancelled one; a published one is corrected instead. */
  public Outcome reopen(Which which) {
    try {
      return desk.lock(which, this::reopen);
    } catch (ChannelTaken another) {
      return new Refused(
          "Another post-mortem is open in this channel, so this one stays closed. Publish or cancel the other first.");
    }
  }

  private Outcome reopen(Records records, Draft draft) {
    return switch (draft.state()) {
      case OPEN -> new Done(draft, draft.name() + " is open already.");
      case PUBLISHED, CORRECTING ->
          new Refused(
              draft.name()
                  + " is published, so it cannot be reopened. "
                  + desk.cmd("correct")
                  + " opens the document for changes; "
                  + desk.cmd("start TITLE")
                  + " opens a new post-mortem.");
      case RESOLVED, CANCELLED -> {
        Optional<Removal> removal = records.removals().of(draft.id());
        if (removal.isPresent()) {
          yield tooOld(draft, removal.get());
        }
        Draft open = draft.reopened();
        records.drafts().save(open);
        Board.tell(records, open, "reopened", desk.now());
        yield new Done(open, draft.name() + " is open again.");
      }
    };
  }

  private Refused tooOld(Draft draft, Removal removal) {
    return new Refused(
        "What was said for "
            + draft.name()
            + " was removed on "
            + Printed.full(removal.at(), draft.headline().zone())
            + ", as it had been kept long enough. So it stays closed. "
            + desk.cmd("start TITLE")
            + " opens a new post-mortem.");
  }
}
