package dev.postmortem.slack.inbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.slack.modals.CheckupModal;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.modals.HistoryModal;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.review.CheckTimeline;
import dev.postmortem.workflow.writing.LeaveOpen;
import java.util.Map;
import java.util.function.BiFunction;

/** What the buttons of the review do: look again, leave as it is, see who changed what. */
final class ReviewClicks {
  private final Desk desk;
  private final Screens screens;
  private final Windows windows;
  private final ViewBelow below;
  private final LeaveOpen leave;
  private final CheckTimeline check;

  ReviewClicks(Desk desk, Screens screens, Windows windows, ViewBelow below, Doings does) {
    this.desk = desk;
    this.screens = screens;
    this.windows = windows;
    this.below = below;
    this.leave = does.leave();
    this.check = does.check();
  }

  /** The verbs behind the buttons. */
  record Doings(LeaveOpen leave, CheckTimeline check) {}

  Map<String, BiFunction<Click, Draft, Answer>> all() {
    return Map.of(
        Buttons.LEAVE, this::leave,
        Buttons.CHECK, this::check,
        Buttons.HISTORY, this::history,
        Buttons.UNSAVED, this::unsaved,
        Buttons.FORGET, this::forget,
        HistoryModal.PAGE, this::page,
        CheckupModal.MARK, this::mark);
  }

  /** The value says what is left as it is, and then which: {@code task/3}. */
  private Answer leave(Click click, Draft draft) {
    String[] parts = click.detail().split("/", 2);
    String about = parts.length == 2 ? parts[1] : "";
    Which which = Which.of(draft.id(), click.user());
    Outcome outcome =
        switch (parts[0]) {
          case "task" -> leave.task(which, (int) Click.number(about));
          case "question" -> leave.question(which, (int) Click.number(about));
          default -> finding(which, draft, about);
        };
    if (outcome instanceof Outcome.Refused) {
      return Answer.of(outcome);
    }
    below.again(click);
    return Answer.NONE;
  }

  /** What is no longer found needs no tick. */
  private Outcome finding(Which which, Draft draft, String key) {
    return check.of(draft).stream()
        .filter(finding -> finding.key().equals(key))
        .findFirst()
        .map(finding -> leave.finding(which, key, finding.sentence()))
        .orElseGet(() -> new Outcome.Done(draft, ""));
  }

  /** From the timeline the checklist takes its place, since only three windows can be stacked. */
  private Answer check(Click click, Draft draft) {
    if (click.isInModal()) {
      windows.update(click.view(), click.hash(), () -> screens.checkup(draft));
    } else {
      windows.open(click.back(), () -> screens.checkup(draft));
    }
    return Answer.NONE;
  }

  private Answer mark(Click click, Draft draft) {
    windows.push(
        click.back(),
        () -> Form.above(click.form().callback(), screens.milestone(draft, click.detail())));
    return Answer.NONE;
  }

  private Answer history(Click click, Draft draft) {
    windows.open(click.back(), () -> screens.history(draft, 0));
    return Answer.NONE;
  }

  private Answer unsaved(Click click, Draft draft) {
    if (!draft.state().isWritable()) {
      return Answer.of(desk.mayChange(draft));
    }
    windows.open(click.back(), () -> screens.unsaved(draft, click.user()));
    return Answer.NONE;
  }

  private Answer forget(Click click, Draft draft) {
    screens.forget(draft, click.user());
    return Answer.say("It is thrown away.");
  }

  private Answer page(Click click, Draft draft) {
    int page = (int) Click.number(click.detail());
    windows.update(click.view(), click.hash(), () -> screens.history(draft, page));
    return Answer.NONE;
  }
}
