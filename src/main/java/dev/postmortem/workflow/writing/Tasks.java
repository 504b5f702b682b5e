package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks, changes them and settles them, also after the document is out: tasks live on until
 * they are done.
 */
public final class Tasks {
  private final Desk desk;

  public Tasks(Desk desk) {
    this.desk = desk;
  }

  /**
   * Makes a task; a message that is one already stays one.
   *
   * @param by who makes it, and so files the message it is made of
   */
  public Outcome make(Which which, String by, Wish wish) {
    return desk.change(
        which,
        (records, draft) -> {
          MessageKey source = wish.source();
          if (source != null
              && draft.tasks().stream().anyMatch(task -> source.equals(task.source()))) {
            return new Done(
                draft, "That message is a task already: see " + desk.cmd("tasks") + ".");
          }
          Task task = wish.numbered(nextNumber(draft));
          records.drafts().save(draft.id(), task);
          if (source != null) {
            Mark filed = new Mark(source, "task", by, Mark.SHORTCUT, true, desk.now());
            records.timelines().mark(draft.id(), filed);
          }
          return new Done(draft, "Task " + task.number() + " is noted" + open(task) + ".");
        });
  }

  /** Marks a task as done, or as one that will not be done. */
  public Outcome settle(Which which, int number, Task.State state, String reason) {
    return alter(which, number, task -> task.settled(state, reason));
  }

  /** Changes a task in any way. */
  public Outcome alter(Which which, int number, UnaryOperator<Task> change) {
    return desk.lock(
        which,
        (records, draft) ->
            draft.state() == State.CANCELLED
                ? desk.mayChange(draft)
                : alter(records, draft, number, change));
  }

  private Outcome alter(Records records, Draft draft, int number, UnaryOperator<Task> change) {
    return draft
        .task(number)
        .map(task -> save(records, draft, change.apply(task)))
        .orElseGet(() -> unknown(draft, number));
  }

  private Outcome save(Records records, Draft draft, Task task) {
    records.drafts().save(draft.id(), task);
    Broadcast.taskChanged(records, draft, desk.now());
    String now =
        task.state() == Task.State.DROPPED
            ? " will not be done."
            : " is now " + task.state().word() + ".";
    return new Done(draft, "Task " + task.number() + now);
  }

  private Outcome unknown(Draft draft, int number) {
    return new Refused(
        draft.name() + " has no task " + number + ". " + desk.cmd("tasks") + " lists them.");
  }

  private static int nextNumber(Draft draft) {
    return 1 + draft.tasks().stream().mapToInt(Task::number).max().orElse(0);
  }

  private String open(Task task) {
    return task.owner() == null
        ? ", unassigned: " + desk.cmd("edit tasks") + " gives it an owner"
        : "";
  }

  /** A task that somebody wants. */
  public record Wish(
      Words words, @Nullable String owner, @Nullable LocalDate due, @Nullable MessageKey source) {
    Task numbered(int number) {
      return new Task(number, words.raw(), words.plain(), owner, due, Task.State.OPEN, "", source);
    }
  }
}
