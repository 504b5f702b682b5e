package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.commands.Typed.Mentioned;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.TaskHints;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.writing.Tasks;
import java.time.LocalDate;
import java.util.Optional;

/** {@code task}: makes a task, or settles one. */
final class TaskCommand implements Command {
  private final Desk desk;
  private final Tasks tasks;
  private final Wordings wordings;
  private final Refusals refusals;

  TaskCommand(Desk desk, Tasks tasks, Wordings wordings) {
    this.desk = desk;
    this.tasks = tasks;
    this.wordings = wordings;
    this.refusals = new Refusals(desk);
  }

  @Override
  public Usage usage() {
    return new Usage(
        "task",
        "[@OWNER] TEXT [by DATE] | done N | drop N [REASON]",
        "makes a task, or settles one",
        "task @jane alert on queue depth by 2026-12-01");
  }

  @Override
  public Answer run(Asked asked) {
    String rest = Typed.rest(asked.words());
    Optional<Integer> number = Typed.number(rest);
    if (asked.words().matches("(?i)(done|drop)")) {
      throw new Misused("I need the number of the task; nothing was changed.");
    }
    return switch (Typed.first(asked.words())) {
      case "" -> throw new Misused("What is to be done?");
      case "done" -> number.isPresent() ? done(asked, number.get(), rest) : make(asked);
      case "drop" -> number.isPresent() ? drop(asked, number.get(), rest) : make(asked);
      default -> make(asked);
    };
  }

  private Answer done(Asked asked, int number, String rest) {
    String word = Typed.unescaped(Typed.rest(rest));
    return refusals.of(asked, usage(), tasks.settle(asked.which(), number, Task.State.DONE, word));
  }

  private Answer drop(Asked asked, int number, String rest) {
    String reason = Typed.unescaped(Typed.rest(rest));
    Outcome outcome = tasks.settle(asked.which(), number, Task.State.DROPPED, reason);
    Answer answer = refusals.of(asked, usage(), outcome);
    return outcome instanceof Done && reason.isBlank()
        ? answer.also(
            "Say why, so that others understand it later: "
                + desk.cmd("task drop " + number + " REASON"))
        : answer;
  }

  /** What the task that was just made lacks. */
  private static Answer hinted(Answer answer, Draft draft) {
    Answer all = answer;
    Task made = draft.tasks().get(draft.tasks().size() - 1);
    for (String hint : TaskHints.of(made)) {
      all = all.also("• " + hint);
    }
    return all;
  }

  private Answer make(Asked asked) {
    return refusals.with(asked, usage(), draft -> make(asked, draft));
  }

  private Answer make(Asked asked, Draft draft) {
    Optional<Mentioned> owner = Typed.user(asked.words());
    String text = owner.map(Mentioned::rest).orElse(asked.words());
    LocalDate today = LocalDate.ofInstant(desk.now(), draft.headline().zone());
    Optional<SpokenDate> due = SpokenDate.atTheEnd(text, today);
    String words = due.map(SpokenDate::before).orElse(text);
    if (words.isBlank()) {
      throw new Misused("What is to be done? Nothing was noted.");
    }
    Tasks.Wish wish =
        new Tasks.Wish(
            wordings.typed(words),
            owner.map(Mentioned::user).orElse(null),
            due.map(SpokenDate::date).orElse(null),
            null);
    Outcome outcome = tasks.make(asked.which(), asked.place().user(), wish);
    Answer answer = refusals.of(asked, usage(), outcome);
    return outcome instanceof Done done ? hinted(answer, done.draft()) : answer;
  }
}
