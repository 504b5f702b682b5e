package dev.postmortem.workflow;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Changes;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Snapshot;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.Template;
import java.time.Instant;
import java.util.Optional;

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
        .ifPresent(
            now -> {
              Changes.between(before, Snapshot.of(records, now), template)
                  .forEach(what -> records.chronicle().add(id, new Change(at, by, what)));
              now.tasks().forEach(task -> date(records, task, at));
            });
  }

  /** When a task was made and settled is kept beside it, to be counted later. */
  private void date(Records records, Task task, Instant at) {
    long id = before.draft().id();
    Optional<Task> was = before.draft().task(task.number());
    if (was.isEmpty()) {
      records.drafts().made(id, task, at);
    }
    if (was.map(Task::state).orElse(Task.State.OPEN) != task.state()) {
      records.drafts().settled(id, task, task.state() == Task.State.OPEN ? null : at);
    }
  }
}
