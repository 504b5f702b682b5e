package dev.postmortem.workflow;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Changes;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Snapshot;
import dev.postmortem.draft.Template;
import java.time.Instant;

/**
 * Sees a post-mortem before a piece of work and after it, and writes down what is different. So no
 * verb can forget to say what it did, and what changes nothing leaves no line.
 */
public final class Witness {
  private final Snapshot before;

  private Witness(Snapshot before) {
    this.before = before;
  }

  /** Looks, before the work is done. */
  public static Witness of(Records records, Draft draft) {
    return new Witness(Snapshot.of(records, draft));
  }

  /**
   * Looks again, and writes down what changed, in the same transaction.
   *
   * @param by who did the work, empty when nobody knows
   */
  public void writeDown(Records records, Template template, String by, Instant at) {
    long id = before.draft().id();
    records
        .drafts()
        .find(id)
        .map(now -> Changes.between(before, Snapshot.of(records, now), template))
        .ifPresent(
            said -> said.forEach(what -> records.chronicle().add(id, new Change(at, by, what))));
  }
}
