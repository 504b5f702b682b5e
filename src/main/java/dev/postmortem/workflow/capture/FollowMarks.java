package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Task;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tasks and questions of a draft agree with the marks: a message filed under tasks is
 * one.
 */
public final class FollowMarks {
  private FollowMarks() {}

  /**
   * Follows the marks on one message, if it is known: a mark may arrive before its message does.
   */
  public static void follow(Records records, long incident, MessageKey key) {
    Optional<Entry> entry = records.timelines().find(incident, key);
    if (entry.isEmpty()) {
      return;
    }
    records.drafts().forChange(incident).ifPresent(draft -> follow(records, draft, entry.get()));
  }

  /** Few messages are marked before they are kept; the others must not wait for the draft. */
  static void followEarlier(Records records, List<Belonging> kept) {
    records
        .timelines()
        .marked(kept)
        .forEach(one -> follow(records, one.incident(), one.message().key()));
  }

  /** Makes the tasks and questions of a draft agree with the marks on one message. */
  static void follow(Records records, Draft draft, Entry entry) {
    task(records, draft, entry);
    question(records, draft, entry);
  }

  private static void task(Records records, Draft draft, Entry entry) {
    boolean wanted = entry.isTagged("task");
    Optional<Task> made =
        draft.tasks().stream().filter(t -> entry.key().equals(t.source())).findFirst();
    if (wanted && made.isEmpty()) {
      int number = 1 + draft.tasks().stream().mapToInt(Task::number).max().orElse(0);
      records
          .drafts()
          .save(
              draft.id(),
              new Task(
                  number,
                  entry.raw(),
                  entry.message().plain(),
                  null,
                  null,
                  Task.State.OPEN,
                  "",
                  entry.key()));
    } else if (!wanted && made.isPresent() && isUntouched(made.get(), entry.key())) {
      records.drafts().remove(draft.id(), made.get());
    } else if (wanted && isAsSaid(made.get().raw(), entry.key())) {
      Task task = made.get().reworded(entry.raw(), entry.message().plain());
      records.drafts().save(draft.id(), task);
    }
  }

  /**
   * The author took the message back: a task or question that is nothing but its words goes with
   * it. What somebody has worked on stays.
   */
  static void gone(Records records, Draft draft, MessageKey key) {
    draft.tasks().stream()
        .filter(task -> key.equals(task.source()) && isUntouched(task, key))
        .forEach(task -> records.drafts().remove(draft.id(), task));
    draft.questions().stream()
        .filter(question -> key.equals(question.source()) && question.answers().isEmpty())
        .forEach(question -> records.drafts().remove(draft.id(), question));
  }

  private static boolean isUntouched(Task task, MessageKey key) {
    return task.owner() == null
        && task.due() == null
        && task.state() == Task.State.OPEN
        && isAsSaid(task.raw(), key);
  }

  /** A message holds its own timestamp; words that somebody typed instead hold none. */
  private static boolean isAsSaid(String raw, MessageKey key) {
    return raw.contains("\"" + key.ts() + "\"");
  }

  private static void question(Records records, Draft draft, Entry entry) {
    boolean wanted = entry.isTagged("question");
    Optional<Question> made =
        draft.questions().stream().filter(q -> entry.key().equals(q.source())).findFirst();
    if (wanted && made.isEmpty()) {
      int number = 1 + draft.questions().stream().mapToInt(Question::number).max().orElse(0);
      String asker = entry.message().author() == null ? "" : entry.message().author();
      records
          .drafts()
          .save(
              draft.id(),
              new Question(
                  number, entry.raw(), entry.message().plain(), asker, List.of(), entry.key()));
    } else if (!wanted && made.isPresent() && made.get().answers().isEmpty()) {
      records.drafts().remove(draft.id(), made.get());
    }
  }
}
