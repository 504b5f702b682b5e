package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.Waiver;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks, changes them and settles them, also after the document is out: tasks live on until
 * they are done.
 */
public final class Tasks {
  private final Desk desk;
  private final BiConsumer<Draft, String> changed;

  /**
   * The verbs.
   *
   * @param changed told of each owner whose list of tasks is another now
   */
  public Tasks(Desk desk, BiConsumer<Draft, String> changed) {
    this.desk = desk;
    this.changed = changed;
  }

  /**
   * Makes a task; a message that is one already stays one.
   *
   * @param by who makes it, and so files the message it is made of
   */
  public Outcome make(Which which, String by, Wish wish) {
    return told(concerned -> make(which, by, wish, concerned));
  }

  private Outcome make(Which which, String by, Wish wish, Set<String> concerned) {
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
          note(concerned, task);
          return new Done(
              records.drafts().find(draft.id()).orElse(draft),
              "Task " + task.number() + " is noted" + open(task) + ".");
        });
  }

  /**
   * Marks a task as done, or as one that will not be done. Whoever says once more that it will not,
   * without a reason, does not take away the one that was given.
   */
  public Outcome settle(Which which, int number, Task.State state, String reason) {
    return alter(
        which,
        number,
        task ->
            reason.isBlank() && state == Task.State.DROPPED && task.state() == state
                ? task
                : task.settled(state, reason));
  }

  /**
   * Settles a task that is still to be done. A second click, or an old button, changes nothing and
   * says how the task stands.
   */
  public Outcome settleOpen(Which which, int number, Task.State state, String reason) {
    return change(
        which,
        number,
        (draft, task) ->
            task.state() == Task.State.OPEN
                ? Optional.empty()
                : Optional.of(new Done(draft, standing(task) + " Nothing was changed.")),
        task -> task.settled(state, reason));
  }

  private static String standing(Task task) {
    String reason = task.reason().isEmpty() ? "" : ": " + task.reason();
    return "Task " + task.number() + " is settled already (" + task.state().word() + reason + ").";
  }

  /** Changes a task in any way. */
  public Outcome alter(Which which, int number, UnaryOperator<Task> change) {
    return change(which, number, (draft, task) -> Optional.empty(), change);
  }

  private Outcome change(
      Which which,
      int number,
      BiFunction<Draft, Task, Optional<Outcome>> unless,
      UnaryOperator<Task> change) {
    return told(
        concerned ->
            desk.lock(
                which,
                (records, draft) -> {
                  if (draft.state() == State.CANCELLED) {
                    return desk.mayChange(draft);
                  }
                  Optional<Task> task = draft.task(number);
                  return task.isEmpty()
                      ? unknown(draft, number)
                      : unless
                          .apply(draft, task.get())
                          .orElseGet(
                              () -> {
                                Task now = change.apply(task.get());
                                note(concerned, task.get());
                                note(concerned, now);
                                return save(records, draft, now);
                              });
                }));
  }

  private static void note(Set<String> concerned, Task task) {
    if (task.owner() != null) {
      concerned.add(task.owner());
    }
  }

  /** Runs a piece of work that says whose lists it changes, and tells of them when it is kept. */
  private Outcome told(Function<Set<String>, Outcome> work) {
    Set<String> concerned = new LinkedHashSet<>();
    Outcome outcome = work.apply(concerned);
    if (outcome instanceof Done done) {
      concerned.forEach(user -> changed.accept(done.draft(), user));
    }
    return outcome;
  }

  private Outcome save(Records records, Draft draft, Task task) {
    records.drafts().save(draft.id(), task);
    if (task.owner() != null) {
      records.waivers().remove(draft.id(), Waiver.Subject.TASK, String.valueOf(task.number()));
    }
    Broadcast.taskChanged(records, draft, desk.now());
    String now =
        task.state() == Task.State.DROPPED
            ? " will not be done."
            : " is now " + task.state().word() + ".";
    String said = "Task " + task.number() + " of " + draft.name() + now;
    return new Done(records.drafts().find(draft.id()).orElse(draft), said);
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
