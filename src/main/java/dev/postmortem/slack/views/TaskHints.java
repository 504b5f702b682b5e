package dev.postmortem.slack.views;

import dev.postmortem.draft.Task;
import dev.postmortem.review.task.TaskAdvice;
import dev.postmortem.review.task.TaskReview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What tasks lack, in words: it is pointed out, with the reason, and nothing is blocked by it. */
public final class TaskHints {
  private static final TaskReview REVIEW = TaskReview.known();

  private TaskHints() {}

  /** What one task lacks, a sentence each; none when it lacks nothing. */
  public static List<String> of(Task task) {
    return REVIEW.advise(task).stream()
        .map(advice -> quoted(advice) + advice.reason() + " Better: " + advice.example())
        .toList();
  }

  /** What these tasks lack, in Slack's markup, each reason once; empty when they lack nothing. */
  public static Optional<String> of(List<Task> tasks) {
    Map<String, List<TaskAdvice>> alike = new LinkedHashMap<>();
    REVIEW
        .advise(tasks)
        .forEach(
            advice -> alike.computeIfAbsent(advice.kind(), k -> new ArrayList<>()).add(advice));
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "*Worth a second look*\n"
                + alike.values().stream().map(TaskHints::line).collect(Collectors.joining("\n")));
  }

  private static String line(List<TaskAdvice> alike) {
    String which =
        alike.stream()
            .map(
                advice ->
                    advice.words().isEmpty()
                        ? String.valueOf(advice.task())
                        : advice.task() + " “" + advice.words() + "”")
            .collect(Collectors.joining(", "));
    TaskAdvice one = alike.get(0);
    return "• "
        + (alike.size() == 1 ? "Task " : "Tasks ")
        + Kit.escape(which + ": " + one.reason() + " Better: " + one.example());
  }

  private static String quoted(TaskAdvice advice) {
    return advice.words().isEmpty() ? "" : "“" + advice.words() + "”: ";
  }
}
