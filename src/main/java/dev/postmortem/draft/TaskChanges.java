package dev.postmortem.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What changed about the tasks and questions. */
final class TaskChanges {
  private final List<String> said = new ArrayList<>();

  private TaskChanges() {}

  static List<String> between(Draft before, Draft after) {
    TaskChanges changes = new TaskChanges();
    after
        .tasks()
        .forEach(
            task ->
                before
                    .task(task.number())
                    .ifPresentOrElse(was -> changes.task(was, task), () -> changes.made(task)));
    before.tasks().stream()
        .filter(task -> after.task(task.number()).isEmpty())
        .forEach(task -> changes.said.add("took away " + name(task) + words(task)));
    after.questions().forEach(one -> changes.question(before.question(one.number()), one));
    before.questions().stream()
        .filter(one -> after.question(one.number()).isEmpty())
        .forEach(
            one ->
                changes.said.add(
                    "took away question " + one.number() + ": " + Changes.quoted(one.plain())));
    return changes.said;
  }

  private static String name(Task task) {
    return "task " + task.number();
  }

  private static String words(Task task) {
    return ": " + Changes.quoted(task.plain());
  }

  private void made(Task task) {
    String owner = task.owner() == null ? "" : " for " + Changes.person(task.owner());
    String due = task.due() == null ? "" : ", due " + task.due();
    said.add("made " + name(task) + owner + due + words(task));
  }

  private void task(Task was, Task is) {
    if (!was.raw().equals(is.raw())) {
      said.add("reworded " + name(is) + words(is));
    }
    if (!Objects.equals(was.owner(), is.owner())) {
      said.add(
          is.owner() == null
              ? "left " + name(is) + " without an owner"
              : "gave " + name(is) + " to " + Changes.person(is.owner()));
    }
    if (!Objects.equals(was.due(), is.due())) {
      said.add(
          is.due() == null
              ? "took the due date off " + name(is)
              : "set the due date of " + name(is) + " to " + is.due());
    }
    if (was.state() != is.state()) {
      String why = is.reason().isBlank() ? "" : ": " + Changes.cut(is.reason());
      said.add("set " + name(is) + " to " + is.state().word() + why);
    }
  }

  private void question(Optional<Question> was, Question is) {
    if (was.isEmpty()) {
      said.add("asked question " + is.number() + ": " + Changes.quoted(is.plain()));
    }
    int answered = was.map(one -> one.answers().size()).orElse(0);
    is.answers().stream()
        .skip(answered)
        .forEach(
            answer ->
                said.add(
                    "answered question " + is.number() + ": " + Changes.quoted(answer.plain())));
  }
}
