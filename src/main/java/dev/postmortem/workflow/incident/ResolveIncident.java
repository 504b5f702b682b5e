package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The incident is over: the war room is told, and the point person gets the draft. */
public final class ResolveIncident {
  private final Desk desk;
  private final Consumer<Draft> missed;

  /**
   * The verb.
   *
   * @param missed told of each incident that is resolved, to read what was not heard while it went
   *     on
   */
  public ResolveIncident(Desk desk, Consumer<Draft> missed) {
    this.desk = desk;
    this.missed = missed;
  }

  /**
   * Resolves it. A second wish without a time changes nothing, so a double click is harmless.
   *
   * @param at when it was over, null for now
   */
  public Outcome resolve(Which which, @Nullable Instant at) {
    Outcome outcome = desk.change(which, (records, draft) -> resolve(records, draft, at));
    if (outcome instanceof Done done) {
      missed.accept(done.draft());
    }
    return outcome;
  }

  private Outcome resolve(Records records, Draft draft, @Nullable Instant at) {
    Instant over = at == null ? desk.now() : at;
    if (draft.state() != State.OPEN && at == null) {
      return new Done(draft, draft.name() + " is resolved already.");
    }
    if (over.isBefore(draft.headline().started())) {
      return new Refused(
          "The incident cannot be over before it started; nothing was changed. Its start can be changed with "
              + desk.cmd("edit")
              + ".");
    }
    boolean first = draft.state() == State.OPEN;
    Draft resolved =
        draft
            .with(draft.headline().withResolved(over))
            .with(first ? State.RESOLVED : draft.state());
    records.drafts().save(resolved);
    if (first) {
      tell(records, resolved);
    } else {
      Board.refresh(records, resolved, desk.now());
    }
    return new Done(resolved, draft.name() + " is resolved.");
  }

  private void tell(Records records, Draft draft) {
    Board.tell(records, draft, "resolved", desk.now());
    Board.handDraft(records, draft, desk.now());
  }
}
