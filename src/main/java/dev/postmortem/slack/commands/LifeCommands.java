package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.StatusView;
import dev.postmortem.timeline.SpokenTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.incident.CancelPostmortem;
import dev.postmortem.workflow.incident.ReopenIncident;
import dev.postmortem.workflow.incident.ResolveIncident;
import java.util.List;
import java.util.Optional;

/** How it stands, and how it ends. */
final class LifeCommands {
  private static final Usage STATUS =
      new Usage(
          "status", "", "shows where the post-mortem stands and what is still missing", "status");
  private static final Usage RESOLVE =
      new Usage(
          "resolve",
          "[TIME]",
          "says that the incident is over; the point person gets the draft",
          "resolve 14:40");
  private static final Usage REOPEN =
      new Usage("reopen", "", "says that the incident is not over after all", "reopen");
  private static final Usage CANCEL =
      new Usage("cancel", "REASON", "says that no post-mortem is needed", "cancel false alarm");

  private final Desk desk;
  private final StatusView status;
  private final ResolveIncident resolve;
  private final ReopenIncident reopen;
  private final CancelPostmortem cancel;
  private final Refusals refusals;

  LifeCommands(
      Desk desk,
      StatusView status,
      ResolveIncident resolve,
      ReopenIncident reopen,
      CancelPostmortem cancel) {
    this.desk = desk;
    this.status = status;
    this.resolve = resolve;
    this.reopen = reopen;
    this.cancel = cancel;
    this.refusals = new Refusals(desk);
  }

  List<Command> all() {
    return List.of(
        new Simple(
            STATUS,
            asked ->
                refusals.with(asked, STATUS, draft -> status.draw(draft, asked.place().user()))),
        new Simple(RESOLVE, asked -> refusals.with(asked, RESOLVE, d -> resolve(asked, d))),
        new Simple(REOPEN, this::reopen),
        new Simple(CANCEL, this::cancel));
  }

  private Answer resolve(Asked asked, Draft draft) {
    if (asked.isBare()) {
      return refusals.of(asked, RESOLVE, resolve.resolve(asked.which(), null));
    }
    Optional<SpokenTime> time = Typed.time(asked.words(), desk.now(), draft.headline().zone());
    if (time.isEmpty() || !time.get().rest().isBlank()) {
      throw new Misused("I cannot read that as a time that has passed; nothing was changed.");
    }
    return refusals.of(asked, RESOLVE, resolve.resolve(asked.which(), time.get().at()));
  }

  private Answer reopen(Asked asked) {
    return refusals.of(asked, REOPEN, reopen.reopen(Which.latest(asked.place())));
  }

  private Answer cancel(Asked asked) {
    Outcome outcome = cancel.cancel(asked.which(), Typed.unescaped(asked.words()));
    return refusals.of(asked, CANCEL, outcome);
  }
}
