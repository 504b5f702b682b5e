package dev.postmortem.workflow.broadcast;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Which;

/**
 * Tries once more what could not be delivered. What arrived already is not sent again: each letter
 * that is in doubt is looked for first.
 */
public final class SendAgain {
  private final Desk desk;

  public SendAgain(Desk desk) {
    this.desk = desk;
  }

  /** Tries again what waits and what was given up. */
  public Outcome again(Which which) {
    return desk.lock(which, this::again);
  }

  private Outcome again(Records records, Draft draft) {
    boolean trouble = Ledger.of(records, draft.id()).stream().anyMatch(Ledger::isInTrouble);
    records.outbox().revive(draft.id(), Ledger.KINDS, desk.now());
    records.outbox().hurry(draft.id(), desk.now());
    return new Done(
        draft,
        trouble
            ? "I try it again now. " + desk.cmd("status") + " shows in a moment what came of it."
            : "Everything of " + draft.name() + " has arrived already.");
  }
}
