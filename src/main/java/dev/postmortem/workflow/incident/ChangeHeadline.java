package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes title, severity, times and zone. */
public final class ChangeHeadline {
  private final Desk desk;

  public ChangeHeadline(Desk desk) {
    this.desk = desk;
  }

  /**
   * Changes them all; whether the incident is over is said by resolving and reopening it, not here.
   */
  public Outcome change(Which which, Headline headline) {
    return desk.change(which, (records, draft) -> change(records, draft, headline));
  }

  private Outcome change(Records records, Draft draft, Headline now) {
    Instant over = now.resolved();
    if (now.title().isBlank()) {
      return new Refused("A post-mortem needs a title.");
    }
    if (over != null && over.isBefore(now.started())) {
      return new Refused("The incident cannot be over before it started.");
    }
    if (now.started().isAfter(desk.now()) || isFuture(over)) {
      return new Refused("That time is still to come.");
    }
    if ((over == null) != (draft.headline().resolved() == null)) {
      return new Refused(
          over == null
              ? "A resolved incident has an end; to take it up again use "
                  + desk.cmd("reopen")
                  + "."
              : "To end the incident use " + desk.cmd("resolve TIME") + ".");
    }
    Draft changed = draft.with(now);
    records.drafts().save(changed);
    if (!changed.headline().equals(draft.headline())) {
      Board.refresh(records, changed, desk.now());
    }
    return new Done(changed, "Saved.");
  }

  private boolean isFuture(@Nullable Instant time) {
    return time != null && time.isAfter(desk.now());
  }
}
