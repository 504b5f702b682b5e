package dev.postmortem.review.task;

import dev.postmortem.draft.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Points out what a task lacks to get done: an owner, a date, and something by which everybody can
 * tell that it is done. Reads English. Takes time in proportion to the text. May be used by many
 * threads.
 */
public final class TaskReview {
  /** More words than these hold a verb that is only not known here. */
  private static final int SHORT = 6;

  private final Phrasebook book;

  private TaskReview(Phrasebook book) {
    this.book = book;
  }

  /** All that the product knows of. */
  public static TaskReview known() {
    return new TaskReview(Phrasebook.read());
  }

  /** What the open ones of these lack, in their order. */
  public List<TaskAdvice> advise(List<Task> tasks) {
    return tasks.stream().flatMap(task -> advise(task).stream()).toList();
  }

  /** What a task lacks; nothing once it is done or dropped. */
  public List<TaskAdvice> advise(Task task) {
    List<TaskAdvice> all = new ArrayList<>();
    if (task.state() == Task.State.OPEN) {
      words(task).ifPresent(all::add);
      if (task.owner() == null) {
        all.add(book.advice(task, "owner", ""));
      }
      if (task.due() == null) {
        all.add(book.advice(task, "due", ""));
      }
    }
    return List.copyOf(all);
  }

  private Optional<TaskAdvice> words(Task task) {
    List<TaskWords.Word> words = TaskWords.of(task.plain());
    Optional<TaskAdvice> vague = book.vague(task, words);
    if (vague.isPresent()) {
      return vague;
    }
    if (task.plain().strip().endsWith("?")) {
      return Optional.of(book.advice(task, "question", ""));
    }
    Set<String> verbs = book.verbs();
    boolean done = words.stream().anyMatch(word -> verbs.contains(word.word()));
    return done || words.size() > SHORT
        ? Optional.empty()
        : Optional.of(book.advice(task, "verb", ""));
  }
}
