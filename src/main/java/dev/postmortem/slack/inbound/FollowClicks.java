package dev.postmortem.slack.inbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Later;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.follow.AskOwners;
import dev.postmortem.workflow.follow.AskPointPerson;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.follow.RewriteLetter;
import dev.postmortem.workflow.writing.Tasks;
import java.util.Map;
import java.util.function.BiFunction;

/** What the buttons do of the letters that ask somebody to do something. */
final class FollowClicks {
  private final HandOver handOver;
  private final AskPointPerson drafts;
  private final AskOwners owners;
  private final Tasks tasks;
  private final RewriteLetter letters;
  private final Screens screens;
  private final Windows windows;

  FollowClicks(Verbs verbs, Screens screens, Windows windows) {
    this.handOver = verbs.handOver();
    this.drafts = verbs.drafts();
    this.owners = verbs.owners();
    this.tasks = verbs.tasks();
    this.letters = verbs.letters();
    this.screens = screens;
    this.windows = windows;
  }

  /** The verbs behind the buttons. */
  record Verbs(
      HandOver handOver,
      AskPointPerson drafts,
      AskOwners owners,
      Tasks tasks,
      RewriteLetter letters) {}

  Map<String, BiFunction<Click, Draft, Answer>> doings() {
    return Map.of(
        Buttons.ACCEPT, (click, draft) -> answer(click, draft, true),
        Buttons.DECLINE, (click, draft) -> answer(click, draft, false),
        Buttons.SNOOZE, this::snooze,
        Buttons.LATER, this::later,
        Buttons.DROP, this::drop);
  }

  private Answer answer(Click click, Draft draft, boolean accepted) {
    int offer = (int) Click.number(click.detail());
    return Answer.of(
        handOver.answer(Which.of(draft.id(), click.user()), click.user(), offer, accepted));
  }

  private Answer snooze(Click click, Draft draft) {
    return Later.named(click.detail())
        .map(
            later ->
                Answer.of(drafts.putOff(Which.of(draft.id(), click.user()), click.user(), later)))
        .orElse(Answer.NONE);
  }

  private Answer later(Click click, Draft draft) {
    String[] parts = click.detail().split("/", 2);
    int number = (int) Click.number(parts[0]);
    return Later.named(parts.length == 2 ? parts[1] : "")
        .map(
            later ->
                Answer.of(
                    owners.putOff(Which.of(draft.id(), click.user()), click.user(), number, later)))
        .orElse(Answer.NONE);
  }

  Answer done(Click click, Draft draft) {
    Outcome outcome =
        tasks.settleOpen(
            Which.of(draft.id(), click.user()),
            (int) Click.number(click.detail()),
            Task.State.DONE,
            "");
    letters.at(click.channel(), click.message());
    return Answer.of(outcome);
  }

  /** A task that is settled already has no reason to be given; its letter is brought up to date. */
  private Answer drop(Click click, Draft draft) {
    int number = (int) Click.number(click.detail());
    Which which = Which.of(draft.id(), click.user());
    boolean open = draft.task(number).filter(task -> task.state() == Task.State.OPEN).isPresent();
    if (!open) {
      letters.at(click.channel(), click.message());
      return Answer.of(tasks.settleOpen(which, number, Task.State.DROPPED, ""));
    }
    draft
        .task(number)
        .ifPresent(
            task ->
                windows.open(
                    click.back(),
                    () -> screens.drop(draft, task, click.channel(), click.message())));
    return Answer.NONE;
  }
}
